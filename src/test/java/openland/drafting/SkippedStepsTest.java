package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.database.TestDatabase;
import openland.office.Granting;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** Every move, in every state, by everybody whose move it is not: refused, and nothing has changed. */
@OpenlandTest
class SkippedStepsTest {
    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    private Desk desk;

    @BeforeEach
    void county() {
        desk = new Desk(context);
    }

    @Test
    void no_move_is_made_that_is_not_offered_to_this_officer_in_this_state() {
        var stranger = new Desk(context);
        var officers = List.of(desk.drafter, desk.secrecy, desk.leader, desk.head, stranger.drafter, stranger.secrecy, stranger.leader, stranger.head);
        int refused = 0;
        for (var draft : inEveryState().entrySet()) {
            for (var officer : officers) {
                for (var move : Move.values()) {
                    if (!isOffered(draft.getValue(), move, officer) && !isDone(draft.getValue(), move, officer)) {
                        var before = traces(draft.getValue());
                        assertThatThrownBy(() -> desk.move(draft.getValue(), move, officer)).as(draft.getKey() + " " + move + " " + officer.name())
                                .isInstanceOf(Refusal.class);
                        assertThat(traces(draft.getValue())).as(draft.getKey() + " " + move).isEqualTo(before);
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void a_review_of_an_older_text_counts_for_nothing() {
        var id = desk.save(desk.piece("通知"));
        desk.move(id, Move.SUBMIT, desk.drafter);
        desk.move(id, Move.SIGN, desk.secrecy);
        desk.move(id, Move.SEND_BACK, desk.leader);
        desk.save(id, desk.piece("另一份通知"));
        desk.move(id, Move.SUBMIT, desk.drafter);
        assertThat(desk.look(id, desk.leader).signatures()).noneMatch(signed -> signed.signature().post() == Post.SECRECY);
        assertThatThrownBy(() -> desk.move(id, Move.SIGN, desk.leader)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.move(id, Move.PUBLISH, desk.leader)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_text_that_was_changed_behind_the_program_after_its_review_is_not_published() {
        var id = desk.save(desk.piece("通知"));
        desk.approve(id);
        TestDatabase.of(environment).sql().sql("update drafting_draft set digest = sha256('other') where id = :id").param("id", id).update();
        assertThatThrownBy(() -> desk.move(id, Move.PUBLISH, desk.leader)).isNotNull();
        assertThat(desk.look(id, desk.leader).draft().disclosure()).isNull();
    }

    @Test
    void who_drafted_it_does_not_review_it_though_he_holds_the_post() {
        var town = Town.of(context);
        for (var post : List.of(Post.SECRECY, Post.LEADER)) {
            context.getBean(Granting.class).grant(desk.drafter.id(), post, desk.office.id(), town.secadmin());
        }
        var both = context.getBean(Officers.class).byId(desk.drafter.id()).orElseThrow();
        var id = desk.save(desk.piece("通知"));
        desk.move(id, Move.SUBMIT, both);
        assertThatThrownBy(() -> desk.move(id, Move.SIGN, both)).isInstanceOf(Refusal.class);
        desk.move(id, Move.SIGN, desk.secrecy);
        assertThatThrownBy(() -> desk.move(id, Move.SIGN, both)).isInstanceOf(Refusal.class);
    }

    private Map<String, UUID> inEveryState() {
        var drafts = new LinkedHashMap<String, UUID>();
        for (var name : List.of("drafting", "submitted", "cleared", "approved", "scheduled", "published", "returned", "discarded")) {
            drafts.put(name, desk.save(name.equals("scheduled") ? desk.at(desk.piece("通知"), Instant.parse("2099-01-01T00:00:00Z")) : desk.piece("通知")));
        }
        List.of("submitted", "cleared", "returned").forEach(name -> desk.move(drafts.get(name), Move.SUBMIT, desk.drafter));
        desk.move(drafts.get("cleared"), Move.SIGN, desk.secrecy);
        List.of("approved", "scheduled", "published").forEach(name -> desk.approve(drafts.get(name)));
        List.of("scheduled", "published").forEach(name -> desk.move(drafts.get(name), Move.PUBLISH, desk.leader));
        desk.move(drafts.get("returned"), Move.SEND_BACK, desk.secrecy);
        desk.move(drafts.get("discarded"), Move.DISCARD, desk.drafter);
        return drafts;
    }

    private boolean isOffered(UUID draft, Move move, Officer officer) {
        try {
            return desk.look(draft, officer).moves().contains(move);
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Repeating what one has done is answered with the same result. */
    private boolean isDone(UUID draft, Move move, Officer officer) {
        return desk.look(draft, desk.drafter).history().stream().anyMatch(made -> made.move() == move && made.officer().equals(officer.id()));
    }

    /** All that a move would leave behind. */
    private String traces(UUID draft) {
        return TestDatabase.of(environment).sql().sql("""
                select d::text || (select count(*) from drafting_move m where m.draft = d.id) || (select count(*) from drafting_signature s where s.draft = d.id)
                       || coalesce((select string_agg(a::text, ' ' order by a::text) from drafting_awaited a where a.draft = d.id), '')
                       || (select count(*) from disclosure_edition e where e.draft = d.id)
                  from drafting_draft d where d.id = :id""").param("id", draft).query(String.class).single();
    }
}
