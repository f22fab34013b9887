package openland.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import openland.base.MailAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands one mail to the office's mail server (SMTP, RFC 5321). */
@Component
class MailServer {
    private static final int PERMANENT = 500;
    private static final int LONGEST_ERROR = 300;

    /** What the server made of it. */
    sealed interface Answer {
        record Taken() implements Answer {}

        /** This mail will never be taken. */
        record Never(String why) implements Answer {}

        /** Not now. @param nobody true when the server could not be talked to at all: others would fare no better */
        record Later(String why, boolean nobody) implements Answer {}
    }

    private final @Nullable JavaMailSender sender;
    private final MailAddress from;
    private final String fromName;
    private final String host;

    @Autowired
    MailServer(ObjectProvider<JavaMailSender> senders, Environment settings, @Value("${openland.url}") URI url) {
        this(settings.getProperty("spring.mail.host", "").isBlank() ? null : senders.getIfAvailable(),
                settings.getProperty("openland.mail.from", ""), url);
    }

    MailServer(@Nullable JavaMailSender sender, String from, URI url) {
        this.sender = sender;
        this.host = url.getHost();
        this.from = MailAddress.optional(from).orElseGet(() -> new MailAddress("no-reply@" + (host.contains(".") ? host : "openland.invalid")));
        this.fromName = "阳光国土";
    }

    boolean isSetUp() {
        return sender != null;
    }

    /** Sends it; waits for the answer as long as the time limits of {@code spring.mail.properties} say. */
    Answer send(UUID id, Message message, Instant now) {
        if (sender == null) {
            return new Answer.Later("没有设置邮件服务器。", true);
        }
        try {
            sender.send(letter(sender.createMimeMessage(), id, message, now));
            return new Answer.Taken();
        } catch (MailAuthenticationException e) {
            return new Answer.Later("邮件服务器不接受所设的用户名和密码：" + reason(e), true);
        } catch (MailSendException e) {
            return refused(e.getFailedMessages().values().stream().findFirst().orElse(e));
        } catch (MailException | MessagingException e) {
            return new Answer.Later(reason(e), false);
        }
    }

    private MimeMessage letter(MimeMessage letter, UUID id, Message message, Instant now) throws MessagingException {
        letter.setHeader("Message-ID", "<" + id + "@" + host + ">");   // kept by the sender: a repeated mail is known to be the same
        var parts = new MimeMessageHelper(letter, false, StandardCharsets.UTF_8.name());
        try {
            parts.setFrom(new InternetAddress(from.text(), fromName, StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        parts.setTo(new InternetAddress(message.to().text(), true));
        parts.setSubject(message.subject());
        parts.setText(message.text());
        parts.setSentDate(Date.from(now));
        letter.setHeader("Auto-Submitted", "auto-generated");   // RFC 3834: no answer by a machine, please
        if (message.unsubscribe() != null) {
            letter.setHeader("List-Unsubscribe", "<" + message.unsubscribe() + ">");   // RFC 2369
        }
        return letter;
    }

    /**
     * What answers 5xx to this address or this text will do so again (RFC 5321, 4.2.1); all else may pass. Without any answer
     * nobody was there to talk to. A sender that is not accepted is a fault of the settings, not of the mail.
     */
    private static Answer refused(Exception failure) {
        int code = 0;
        boolean sender = false;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            sender |= cause instanceof SMTPSenderFailedException;
            code = Math.max(code, switch (cause) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException text -> text.getReturnCode();
                default -> 0;
            });
        }
        return code >= PERMANENT && !sender ? new Answer.Never(reason(failure)) : new Answer.Later(reason(failure), code == 0 || sender);
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException chained ? chained.getNextException() : cause.getCause();
    }

    private static String reason(Exception failure) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            deepest = cause;
        }
        var words = String.valueOf(deepest.getMessage()).replaceAll("[\\p{Cntrl}]+", " ").strip();
        return words.length() > LONGEST_ERROR ? words.substring(0, LONGEST_ERROR) : words;
    }
}
