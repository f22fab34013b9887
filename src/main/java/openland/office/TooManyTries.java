package openland.office;

import java.time.Duration;
import openland.base.Refusal;

/** Somebody tried too often; {@link #wait()} says how long to wait. */
public final class TooManyTries extends Refusal {
    private final Duration retryAfter;

    TooManyTries(String sentence, Duration retryAfter) {
        super(Reason.TOO_MANY, sentence);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
