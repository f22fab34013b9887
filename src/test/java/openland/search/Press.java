package openland.search;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import openland.base.Digests;
import openland.disclosure.Approved;
import openland.disclosure.Projection;
import openland.disclosure.Publishing;
import openland.disclosure.Publishing.Published;
import openland.disclosure.Signature;
import openland.disclosure.Withdrawing;
import openland.form.Shown;
import openland.ledger.Barrier;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.StringNode;

/** Publishes what a test needs by the ordinary services, and waits until every reader has it. */
final class Press {
    private final Publishing publishing;
    private final Withdrawing withdrawing;
    private final Barrier barrier;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    final Town town;
    final Office office;
    private final Officer leader;

    Press(ApplicationContext context) {
        publishing = context.getBean(Publishing.class);
        withdrawing = context.getBean(Withdrawing.class);
        barrier = context.getBean(Barrier.class);
        transaction = context.getBean(TransactionTemplate.class);
        time = context.getBean(InstantSource.class);
        town = Town.of(context);
        office = town.county();
        leader = town.officer(office, Post.LEADER);
    }

    /** What is printed. */
    record Sheet(String title, String body, @Nullable String number, @Nullable String indexNumber, @Nullable String producedOn) {
        static Sheet of(String title, String body) {
            return new Sheet(title, body, null, null, "2017-06-09");
        }

        Sheet numbered(String number) {
            return new Sheet(title, body, number, indexNumber, producedOn);
        }
    }

    Published publish(Sheet sheet) {
        return publish(sheet, null, 0, false);
    }

    Published amend(Published before, Sheet sheet) {
        return publish(sheet, before.disclosure(), before.edition(), false);
    }

    Published correct(Published before, Sheet sheet) {
        return publish(sheet, before.disclosure(), before.edition(), true);
    }

    void withdraw(Published published) {
        withdrawing.withdraw(published.disclosure(), leader, "涉及个人隐私", "", false);
    }

    /** Tries to print what is not for everybody. */
    Published publishFor(String accessMode, String audience, Sheet sheet) {
        return publish(projection(sheet, accessMode, audience), sheet.indexNumber(), null, 0, false);
    }

    private Published publish(Sheet sheet, @Nullable UUID amends, int baseEdition, boolean retracts) {
        return publish(projection(sheet, "主动公开", "面向全社会"), sheet.indexNumber(), amends, baseEdition, retracts);
    }

    private Published publish(Projection projection, @Nullable String indexNumber, @Nullable UUID amends, int baseEdition, boolean retracts) {
        var draft = UUID.randomUUID();
        var digest = Digests.sha256(draft.toString().getBytes());
        var signatures = List.of(signature(Post.SECRECY, UUID.randomUUID(), digest), signature(Post.LEADER, leader.id(), digest));
        var published = transaction.execute(_ -> publishing.publish(new Approved(draft, office, amends, baseEdition, retracts,
                indexNumber, digest, signatures, projection, java.util.Set.of(), null, leader.id())));
        barrier.awaitPassed(published.ledgerIndex(), java.time.Duration.ofSeconds(10));
        return published;
    }

    private Signature signature(Post post, UUID officer, byte[] digest) {
        return new Signature(post, office.id(), officer, digest, time.instant());
    }

    private Projection projection(Sheet sheet, String accessMode, String audience) {
        return new Projection("test.notice", "测试通知", "management", office.code(), office.name(), "", sheet.number(), sheet.title(),
                0, "", sheet.producedOn(), null, "国土资源、能源", "通知", null, accessMode, audience, null, "有效", List.of(),
                sheet.body(), List.of(new Shown("site", "位置", "text", StringNode.valueOf("望江路北侧" + sheet.title()))), List.of(), "00");
    }
}
