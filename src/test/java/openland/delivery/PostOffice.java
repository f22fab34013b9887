package openland.delivery;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import openland.base.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server of the test's own, a process that sends to it, and a clock that the test sets. */
public final class PostOffice implements AutoCloseable {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ApplicationContext context;
    private Duration ahead = Duration.ZERO;

    public PostOffice(ApplicationContext context) {
        this.context = context;
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    Sending sendingTo(int port, int perMinute) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return new Sending(context.getBean(MessageStore.class), new MailServer(sender, "openland@example.gov.cn", URI.create("https://qhx.example.gov.cn")),
                context.getBean(TransactionTemplate.class), InstantSource.offset(InstantSource.system(), ahead), perMinute);
    }

    /** Sends all that waits for its turn. */
    public void send() {
        run(sendingTo(port(), Integer.MAX_VALUE));
    }

    static int run(Sending sending) {
        int turns = 0;
        while (sending.work()) {
            turns++;
        }
        return turns;
    }

    void later(Duration time) {
        ahead = ahead.plus(time);
    }

    public void queue(Message message) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(_ -> context.getBean(Mail.class).queue(message));
    }

    static Message message(String to, String subject, String reference, @Nullable URI unsubscribe) {
        return new Message(new MailAddress(to), subject, "请登录查看。", reference, unsubscribe);
    }

    /** What arrived for {@code address}, the first first. */
    public List<MimeMessage> arrived(String address) {
        return Stream.of(server.getReceivedMessagesForDomain(address)).toList();
    }

    GreenMail server() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
    }
}
