package openland.base.database;

import org.jspecify.annotations.Nullable;

/** The program cannot start, and this is the one sentence that the administrator reads. */
public final class CannotStart extends RuntimeException {
    private final String remedy;

    public CannotStart(String sentence, String remedy) {
        this(sentence, remedy, null);
    }

    public CannotStart(String sentence, String remedy, @Nullable Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    /** What the administrator can do about it. */
    public String remedy() {
        return remedy;
    }
}
