package openland.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import openland.base.RepeatedWork;
import openland.delivery.MessageStore.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is queued, one after the other, each process in turn. A message is taken first, with the time of its next try
 * already set, and marked when the server has it: a process that dies in between leaves it to be tried again, so it goes out at
 * least once. No transaction is open while the server is talked to.
 */
@Component
class Sending extends RepeatedWork {
    /** How long after its queueing nobody waits for it any more. */
    static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6));
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final MessageStore messages;
    private final MailServer server;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private final int perMinute;
    private Instant tidied = Instant.EPOCH;

    Sending(MessageStore messages, MailServer server, TransactionTemplate transaction, InstantSource time,
            @Value("${openland.mail.per-minute}") int perMinute) {
        super("mail", Duration.ofSeconds(5));
        this.messages = messages;
        this.server = server;
        this.transaction = transaction;
        this.time = time;
        this.perMinute = perMinute;
    }

    @Override
    protected boolean work() {
        if (tidied.isBefore(time.instant().minus(Duration.ofHours(1)))) {
            tidy();
            tidied = time.instant();
        }
        return server.isSetUp() && claim().map(this::send).orElse(false);
    }

    /** Gives up what nobody waits for any more, and forgets what is done with. */
    void tidy() {
        var now = time.instant();
        int given = messages.giveUp(now.minus(PATIENCE), now, "三天内没有发出：" + (server.isSetUp() ? "排队的邮件太多。" : "没有设置邮件服务器。"));
        if (given > 0) {
            LOG.warn("{} mails could not be sent within three days and were given up; /desk/mail says why", given);
        }
        messages.forget(now.minus(KEPT));
    }

    private Optional<Claimed> claim() {
        var now = time.instant();
        return transaction.execute(_ -> {
            if (!messages.mayClaim() || messages.triedSince(now.minus(Duration.ofMinutes(1))) >= perMinute) {
                return Optional.<Claimed>empty();
            }
            var due = messages.due(now);
            due.ifPresent(one -> messages.claim(one.id(), now, now.plus(pauseAfter(one.tries()))));
            return due;
        });
    }

    static Duration pauseAfter(int tries) {
        return PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
    }

    /** False when the server cannot be talked to. */
    private boolean send(Claimed one) {
        var answer = server.send(one.id(), one.message(), time.instant());
        switch (answer) {
            case MailServer.Answer.Taken _ -> messages.sent(one.id(), time.instant());
            case MailServer.Answer.Never(var why) -> messages.failed(one.id(), why);
            case MailServer.Answer.Later later -> messages.refused(one.id(), later.why());
        }
        return !(answer instanceof MailServer.Answer.Later later && later.nobody());
    }
}
