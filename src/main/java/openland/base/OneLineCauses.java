package openland.base;

import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.regex.Pattern;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** Writes a stack trace whose messages, which may quote what somebody typed, keep to the line of their exception. */
public final class OneLineCauses extends ExtendedWhitespaceThrowableProxyConverter {
    /** Every control character but the ends of the trace's own lines. */
    private static final Pattern FOREIGN = Pattern.compile("(?!\\A)(?:\\r\\n|[\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\\t]])"
            + "(?!\\s*(?:at |\\.\\.\\. \\d|Caused by: |Suppressed: |Wrapped by: |\\z))");

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return FOREIGN.matcher(super.throwableProxyToString(thrown)).replaceAll(OneLine.BREAK);
    }
}
