package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.disclosure.Withdrawing;
import openland.ledger.Await;
import openland.disclosure.Disclosures;
import openland.office.Granting;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 照去年的再来一件: the words again, but no number, file or signature; and what needs a look is said. */
@OpenlandTest
class RepeatingTest {
    @Autowired private ApplicationContext context;
    @Autowired private Repeating repeating;

    @Test
    void the_words_are_copied_and_numbers_and_signatures_are_not() {
        var desk = new Desk(context);
        var piece = desk.publish(desk.piece("2025年度测绘成果汇交通知").put("documentNumber", "第测〔2025〕3号").put("producedOn", "2025-11-20"));
        var id = UUID.randomUUID();
        var again = repeating.repeat(id, piece, desk.drafter);
        assertThat(again.draft().title()).isEqualTo("2025年度测绘成果汇交通知");
        assertThat(again.draft().content().head()).doesNotContainKeys("documentNumber", "indexNumber", "publishedAt").containsKey("body");
        assertThat(again.draft().state()).isEqualTo(State.DRAFTING);
        assertThat(again.draft().content().amends()).isNull();
        assertThat(again.signatures()).isEmpty();
        assertThat(copied(again)).anyMatch(found -> found.field().equals("producedOn") && found.sentence().contains("已经过去"))
                .anyMatch(found -> found.sentence().contains("没有照抄的：文号"));
        var changed = desk.piece("2026年度测绘成果汇交通知").put("producedOn", "2026-11-20");
        assertThat(copied(desk.save(id, changed))).noneMatch(found -> found.field().equals("producedOn"));
    }

    @Test
    void a_withdrawn_piece_and_that_of_another_office_are_not_copied() {
        var desk = new Desk(context);
        var piece = desk.publish(desk.piece("有误的通知"));
        Await.until(() -> context.getBean(Disclosures.class).current(piece).isPresent());
        var stranger = new Desk(context);
        refused(Reason.NOT_FOUND, piece, stranger);
        context.getBean(Withdrawing.class).withdraw(piece, desk.leader, "有误。", "", false);
        refused(Reason.CONFLICT, piece, desk);
    }

    @Test
    void an_amendment_begins_as_the_newest_edition_was_signed_also_for_who_drafts_from_another_office() {
        var desk = new Desk(context);
        var town = Town.of(context);
        var guest = town.officer(town.county());
        context.getBean(Granting.class).grant(guest.id(), Post.DRAFTER, desk.office.id(), town.secadmin());
        var piece = desk.publish(desk.piece("测绘成果汇交通知").put("documentNumber", "第测〔2025〕4号").put("publishedAt", "2025-11-20"));
        var id = UUID.randomUUID();
        var content = repeating.amend(id, piece, context.getBean(Officers.class).byId(guest.id()).orElseThrow()).draft().content();
        assertThat(content.amends()).isEqualTo(piece);
        assertThat(content.baseEdition()).isEqualTo(1);
        assertThat(content.head()).containsKeys("body", "documentNumber").doesNotContainKeys("indexNumber", "publishedAt");
        refusedAmendment(piece, new Desk(context));
    }

    private void refusedAmendment(UUID piece, Desk stranger) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> repeating.amend(UUID.randomUUID(), piece, stranger.drafter))
                .extracting(Refusal::reason).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void words_that_only_look_like_a_day_are_words() {
        var desk = new Desk(context);
        for (var title : List.of("2025-13-01", "2025-01-31")) {
            var id = UUID.randomUUID();
            repeating.repeat(id, desk.publish(desk.piece(title)), desk.drafter);
            assertThat(copied(desk.look(id, desk.drafter))).noneMatch(found -> found.field().equals("title"));
        }
    }

    private void refused(Reason reason, UUID piece, Desk desk) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> repeating.repeat(UUID.randomUUID(), piece, desk.drafter))
                .extracting(Refusal::reason).isEqualTo(reason);
    }

    private static List<DraftFinding> copied(DraftStatus status) {
        return status.findings().stream().filter(found -> found.kind().equals("照抄")).toList();
    }
}
