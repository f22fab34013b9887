package openland.disclosure;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import openland.base.Ids;
import openland.base.MailAddress;
import openland.base.Refusal;
import openland.delivery.Mail;
import openland.delivery.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells by mail what becomes public in a dossier (卷): to whoever asked for it and confirmed it from his own mailbox, without an account. */
@Service
public class Followers {
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    /** Dossiers that one address may ask for in a day. */
    private static final int MOST_A_DAY = 10;
    /** Mails of a day that nobody has answered: beyond them nobody is asked, so that nobody's mailbox is filled in our name. */
    static final int MOST_UNANSWERED = 500;
    private static final int TOKEN = 16;

    private final FollowerStore followers;
    private final Mail mail;
    private final String site;
    private final Ids ids;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    Followers(FollowerStore followers, Mail mail, @Value("${openland.url}") String site, Ids ids, InstantSource time) {
        this.followers = followers;
        this.mail = mail;
        this.site = site.replaceAll("/+$", "");
        this.ids = ids;
        this.time = time;
    }

    /** Somebody who follows a dossier, or was asked whether he wants to. @param address not whole */
    public record Follower(UUID dossier, String address, boolean confirmed) {}

    /** Whether this installation sends mail at all. */
    public boolean isPossible() {
        return mail.isSetUp();
    }

    /**
     * Asks the owner of an address to confirm. What comes of it is seen in that mailbox alone: the answer here is the same whether he
     * follows it already or was asked too often. The mail says nothing of what is in the dossier, which may be withdrawn before it is sent.
     *
     * @throws Refusal INVALID when it is no address; CONFLICT when too many were asked of late and did not answer
     */
    @Transactional
    public void ask(Dossier dossier, String typed) {
        var address = MailAddress.of(typed);
        var now = time.instant();
        followers.lock(address.text());
        followers.forgetUnconfirmed(now.minus(PATIENCE));
        if (followers.unanswered(now.minus(DAY)) >= MOST_UNANSWERED) {
            throw Refusal.conflict("这一天里请求关注、还没有确认的太多，请明天再来；公开的信息仍然可以随时在这里看到。");
        }
        if (followers.asked(address.text(), now.minus(DAY)) >= MOST_A_DAY) {
            return;
        }
        var follower = new FollowerStore.Row(ids.next("000000"), dossier.id(), address.text(), token(), now, null);
        if (followers.add(follower)) {
            mail.queue(new Message(address, "请确认：关注“" + dossier.type().title() + "”", "有人（也许就是您）请本站在下面这一卷有新的公开时写信到这个邮箱。\n"
                    + page(dossier.id()) + "\n\n要收，请打开下面的网址确认；不是您要的，不用理会，七天以后作废。\n" + address(follower) + "\n",
                    "dossier-follow " + follower.id(), URI.create(address(follower))));
        }
    }

    /** Who holds that link. */
    public Optional<Follower> byToken(String token) {
        return row(token).map(row -> new Follower(row.dossier(), new MailAddress(row.address()).masked(), row.confirmedAt() != null));
    }

    /** @throws Refusal NOT_FOUND for a link that does not hold any more */
    @Transactional
    public void confirm(String token) {
        followers.confirm(found(token).id(), time.instant());
    }

    /** Forgets the address. Again, it changes nothing. */
    @Transactional
    public void end(String token) {
        row(token).ifPresent(row -> followers.end(row.id()));
    }

    private FollowerStore.Row found(String token) {
        return row(token).orElseThrow(() -> Refusal.notFound("这个链接已经失效，请重新关注。"));
    }

    /** Who did not confirm in time is nobody, also before he is forgotten. */
    private Optional<FollowerStore.Row> row(String token) {
        return followers.byToken(token, time.instant().minus(PATIENCE));
    }

    /** Whoever did not confirm in time. @return how many */
    @Transactional
    int forget() {
        return followers.forgetUnconfirmed(time.instant().minus(PATIENCE));
    }

    /** Tells them of a piece. Within the publication's transaction: nobody hears of what did not become public. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(UUID dossier, String stage, UUID piece, Projection shown) {
        for (var follower : followers.confirmed(dossier)) {
            mail.queue(new Message(new MailAddress(follower.address()), stage + "：" + shortened(shown.title()),
                    shown.officeName() + "公开了“" + shown.title() + "”" + (shown.edition() > 1 ? "的第" + shown.edition() + "版" : "") + "。\n" + site + "/disclosures/" + piece
                            + "\n\n全过程：" + page(dossier) + "\n不再收这样的信：" + address(follower) + "\n",
                    "dossier " + dossier + " " + piece + " " + shown.edition(), URI.create(address(follower))));
        }
    }

    /**
     * What is withdrawn is told to nobody any more. Within the transaction of the withdrawal.
     *
     * @param edition null for the whole piece
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void unsay(UUID piece, @Nullable Integer edition) {
        mail.recall("dossier % " + piece + " " + (edition == null ? "%" : edition.toString()));
    }

    /** Tells them that a piece was withdrawn. @param title null when it does not stay */
    @Transactional(propagation = Propagation.MANDATORY)
    void tellWithdrawn(UUID piece, String indexNumber, String office, @Nullable String title) {
        var what = title == null ? "索引号为" + indexNumber + "的信息" : "“" + title + "”";
        for (var follower : followers.confirmedOfPiece(piece)) {
            mail.queue(new Message(new MailAddress(follower.address()), "撤回：" + (title == null ? "索引号" + indexNumber : shortened(title)),
                    office + "撤回了" + what + "。\n" + site + "/disclosures/" + piece + "\n\n全过程：" + page(follower.dossier())
                            + "\n不再收这样的信：" + address(follower) + "\n",
                    "dossier-withdrawn " + follower.dossier() + " " + piece, URI.create(address(follower))));
        }
    }

    private String page(UUID dossier) {
        return site + "/dossiers/" + dossier;
    }

    private String address(FollowerStore.Row follower) {
        return site + "/dossiers/follow/" + follower.token();
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private String token() {
        var bytes = new byte[TOKEN];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
