package openland.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.drafting.DraftStatus;
import openland.drafting.Draftroom;
import openland.drafting.Drafting;
import openland.drafting.Move;
import openland.drafting.Moving;
import openland.drafting.Preconditions;
import openland.drafting.State;
import openland.office.Officer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Pieces over the whole catalogue that go the whole way: drafted, submitted, signed for secrecy, approved, published. */
@Component
class DemoPieces {
    private static final List<String> PATH = List.of("drafter", "secrecy", "leader", "head");
    private static final Set<State> DONE = EnumSet.of(State.PUBLISHED, State.DISCARDED);
    private static final int LONGEST_PATH = 12;

    private final Drafting drafting;
    private final Moving moving;
    private final Draftroom room;
    private final Preconditions preconditions;
    private final DemoOfficers officers;

    DemoPieces(Drafting drafting, Moving moving, Draftroom room, Preconditions preconditions, DemoOfficers officers) {
        this.drafting = drafting;
        this.moving = moving;
        this.room = room;
        this.preconditions = preconditions;
        this.officers = officers;
    }

    /** Publishes what is not published yet; a draft that already went the way is left as it is. */
    void publish() {
        try (var file = DemoPieces.class.getResourceAsStream("/demo/pieces.yaml")) {
            for (var piece : new YAMLMapper().readTree(file)) {
                publish((ObjectNode) piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(ObjectNode piece) {
        var suffix = DemoOfficers.suffix(piece.get("office").asString());
        var id = idOf(piece.remove("key").asString());
        var drafter = officers.named("drafter" + suffix);
        var begun = begun(id, drafter).map(status -> status.draft().state());
        if (begun.filter(DONE::contains).isPresent()) {
            return;   // also when somebody has amended or withdrawn the piece since
        }
        List.copyOf(piece.path("fields").properties()).forEach(field -> referTo(field, (ObjectNode) piece.get("fields")));
        var status = drafting.save(id, piece, drafter);
        preconditions.of(status.draft()).stream().filter(gate -> !gate.isPassed() && !gate.isSeen()).map(gate -> gate.obligation().id())
                .forEach(gate -> preconditions.answer(id, gate, true, "演示：已经办理，材料随卷", drafter));
        for (int i = 0; i < LONGEST_PATH && status.draft().state() != State.PUBLISHED; i++) {
            status = onward(id, suffix);
        }
        if (status.draft().state() != State.PUBLISHED) {
            throw new IllegalStateException("Demonstration piece stands still: " + status);
        }
    }

    private Optional<DraftStatus> begun(UUID id, Officer drafter) {
        try {
            return Optional.of(room.look(id, drafter));
        } catch (Refusal notBegun) {
            return Optional.empty();
        }
    }

    /** {@code {of: KEY}} becomes the address of the piece of that key. */
    private void referTo(Map.Entry<String, JsonNode> field, ObjectNode fields) {
        var key = field.getValue().path("of");
        if (key.isString()) {
            var draft = room.look(idOf(key.asString()), officers.named("drafter")).draft();
            fields.put(field.getKey(), "/disclosures/" + Objects.requireNonNull(draft.disclosure(), "a reference to what is not published"));
        }
    }

    private DraftStatus onward(UUID id, String suffix) {
        for (var post : PATH) {
            var officer = officers.named(post + suffix);
            Optional<Move> forward = room.look(id, officer).forward();
            if (forward.isPresent()) {
                return moving.move(id, forward.get(), forward.get() == Move.ANSWER ? "无不同意见。" : "同意公开。", officer);
            }
        }
        throw new IllegalStateException("Nobody can move demonstration piece " + id);
    }

    private static UUID idOf(String key) {
        return UUID.nameUUIDFromBytes(("openland demonstration " + key).getBytes(StandardCharsets.UTF_8));
    }
}
