package openland.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A date that was moved, and of what. @param subject null until somebody has answered for its being shown */
public record MovedDate(UUID duty, String title, @Nullable String subject, Dated dated) {
    /** What people call it, as far as it may be said. */
    public String name() {
        return subject == null || subject.isEmpty() ? title : title + "：" + subject;
    }
}
