package openland;

import java.util.List;
import java.util.stream.Stream;
import openland.ledger.VerifyLedger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the program. What it needs from outside stands in {@code docs/operate.md}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)   // rooms may use the same word
public class Openland {
    /** Does one thing and ends, instead of serving. */
    private static final String COMMAND = "--reconcile";

    public static void main(String[] args) {
        if (Stream.of(args).anyMatch(arg -> arg.startsWith(VerifyLedger.COMMAND))) {
            System.exit(VerifyLedger.run(List.of(args), System.out));
        }
        if (!List.of(args).contains(COMMAND)) {
            SpringApplication.run(Openland.class, args);
            return;
        }
        var silent = Stream.concat(Stream.of(args), Stream.of("--server.port=-1")).toArray(String[]::new);   // no web server
        System.exit(SpringApplication.exit(SpringApplication.run(Openland.class, silent)));
    }
}
