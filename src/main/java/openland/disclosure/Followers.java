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
     * follows it already or was asked too often.
     *
     * @throws Refusal INVALID when it is no address
     */
    @Transactional
    public void ask(Dossier dossier, String typed) {
        var address = MailAddress.of(typed);
        var now = time.instant();
        followers.forgetUnconfirmed(now.minus(PATIENCE));
        if (followers.asked(address.text(), now.minus(DAY)) >= MOST_A_DAY) {
            return;
        }
        var follower = new FollowerStore.Row(ids.next("000000"), dossier.id(), address.text(), token(), now, null);
        if (followers.add(follower)) {
            mail.queue(new Message(address, "请确认：关注“" + shortened(dossier.name()) + "”", "有人（也许就是您）请本站在“" + dossier.name() + "”有新的公开时写信到这个邮箱。\n\n"
                    + "要收，请打开下面的网址确认；不是您要的，不用理会，七天以后作废。\n" + address(follower) + "\n", "dossier-follow " + follower.id(), null));
        }
    }

    /** Who holds that link. */
    public Optional<Follower> byToken(String token) {
        return followers.byToken(token).map(row -> new Follower(row.dossier(), new MailAddress(row.address()).masked(), row.confirmedAt() != null));
    }

    /** @throws Refusal NOT_FOUND for a link that does not hold any more */
    @Transactional
    public void confirm(String token) {
        followers.confirm(found(token).id(), time.instant());
    }

    /** Forgets the address. Again, it changes nothing. */
    @Transactional
    public void end(String token) {
        followers.byToken(token).ifPresent(row -> followers.end(row.id()));
    }

    private FollowerStore.Row found(String token) {
        return followers.byToken(token).orElseThrow(() -> Refusal.notFound("这个链接已经失效，请重新关注。"));
    }

    /** Tells them of a piece. Within the publication's transaction: nobody hears of what did not become public. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(UUID dossier, String stage, UUID piece, Projection shown) {
        for (var follower : followers.confirmed(dossier)) {
            mail.queue(new Message(new MailAddress(follower.address()), stage + "：" + shortened(shown.title()),
                    shown.officeName() + "公开了“" + shown.title() + "”" + (shown.edition() > 1 ? "的第" + shown.edition() + "版" : "") + "。\n" + site + "/disclosures/" + piece
                            + "\n\n全过程：" + site + "/dossiers/" + dossier + "\n不再收这样的信：" + address(follower) + "\n",
                    "dossier " + dossier + " " + piece + " " + shown.edition(), URI.create(address(follower))));
        }
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
