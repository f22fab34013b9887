package openland.delivery;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** How the sending of mail goes, for those who run the program; never what a mail says or whom exactly it reaches. */
@Service
public class Outgoing {
    /** Of the last thirty days. @param troubled of those that wait: tried before, in vain */
    public record Counts(int waiting, int troubled, int failed, int sent) {}

    /** A mail that could not be sent so far, or ever. @param to with its name hidden */
    public record Trouble(String to, Instant since, int tries, boolean givenUp, String error) {}

    private final MessageStore messages;
    private final MailServer server;

    Outgoing(MessageStore messages, MailServer server) {
        this.messages = messages;
        this.server = server;
    }

    public boolean isSetUp() {
        return server.isSetUp();
    }

    public Counts counts() {
        return messages.counts();
    }

    /** The last ones. */
    public List<Trouble> troubles(int limit) {
        return messages.troubles(limit);
    }
}
