package openland.drafting;

import java.time.Instant;
import java.util.UUID;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A county of its own with a drafter, a secrecy reviewer, a leader and a head, and short words for what they do. */
public final class Desk {
    public final Office office;
    public final Officer drafter;
    public final Officer secrecy;
    public final Officer leader;
    public final Officer head;
    private final Drafting drafting;
    private final Moving moving;
    private final Draftroom room;
    private final JsonMapper json = new JsonMapper();

    public Desk(ApplicationContext context) {
        var town = Town.of(context);
        office = town.county();
        drafter = town.officer(office, Post.DRAFTER);
        secrecy = town.officer(office, Post.SECRECY);
        leader = town.officer(office, Post.LEADER);
        head = town.officer(office, Post.HEAD);
        drafting = context.getBean(Drafting.class);
        moving = context.getBean(Moving.class);
        room = context.getBean(Draftroom.class);
    }

    public ObjectNode piece(String title) {
        return json.createObjectNode().put("item", "general.document").put("office", office.code())
                .put("title", title).put("body", "第一段。\n第二段。");
    }

    public UUID save(ObjectNode piece) {
        var id = UUID.randomUUID();
        drafting.save(id, piece, drafter);
        return id;
    }

    public DraftStatus save(UUID id, ObjectNode piece) {
        return drafting.save(id, piece, drafter);
    }

    public DraftStatus move(UUID id, Move move, Officer officer) {
        return moving.move(id, move, "意见。", officer);
    }

    public DraftStatus look(UUID id, Officer officer) {
        return room.look(id, officer);
    }

    public void approve(UUID id) {
        move(id, Move.SUBMIT, drafter);
        move(id, Move.SIGN, secrecy);
        move(id, Move.SIGN, leader);
    }

    /** The published piece. */
    public UUID publish(ObjectNode piece) {
        var id = save(piece);
        approve(id);
        return move(id, Move.PUBLISH, leader).draft().disclosure();
    }

    public ObjectNode at(ObjectNode piece, Instant when) {
        return piece.put("publishAt", when.toString());
    }
}
