package openland.base;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/**
 * Writes the message of a log entry on one line, so that nothing somebody typed can look like an entry of its own or move
 * the cursor of a terminal. Only Spring Boot's report of a failed start, which quotes nobody, keeps its lines.
 */
public final class OneLine extends MessageConverter {
    static final String BREAK = "⏎";
    private static final String REPORTS = "org.springframework.boot.diagnostics.";
    private static final Pattern CONTROLS = Pattern.compile("\\r\\n|[\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\\t]]");

    @Override
    public String convert(ILoggingEvent event) {
        var message = super.convert(event);
        return event.getLoggerName().startsWith(REPORTS) ? message : in(String.valueOf(message));
    }

    static String in(String text) {
        return CONTROLS.matcher(text).replaceAll(BREAK);
    }
}
