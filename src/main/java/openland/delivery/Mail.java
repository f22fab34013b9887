package openland.delivery;

import java.time.InstantSource;
import openland.base.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends mail: what is queued goes out if, and only if, the act that it tells of was done. */
@Service
public class Mail {
    private final MessageStore messages;
    private final MailServer server;
    private final Ids ids;
    private final InstantSource time;

    Mail(MessageStore messages, MailServer server, Ids ids, InstantSource time) {
        this.messages = messages;
        this.server = server;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Queues a mail in the caller's transaction. It is sent soon after, tried again with growing pauses for three days, and may
     * in rare cases arrive twice (with the same Message-ID), never not at all without a trace.
     *
     * @return false when the same reference was queued for the same address before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queue(Message message) {
        return messages.add(ids.next("000000"), message, time.instant());
    }

    /**
     * Takes back what still waits, in the caller's transaction: what it tells of is not public any more. What the server has is gone.
     *
     * @param reference those of the mails; {@code %} stands for any signs
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recall(String reference) {
        messages.recall(reference);
    }

    /** False when this installation has no mail server ({@code spring.mail.host}): what is queued then goes nowhere. */
    public boolean isSetUp() {
        return server.isSetUp();
    }
}
