package openland.base;

import java.util.List;

/**
 * The program declines an act and says why, in a Chinese sentence that helps its reader; nothing was changed.
 * {@link #problems()} names single fields where the reason lies in them.
 */
public class Refusal extends RuntimeException {
    /** Why, as far as a program outside needs to know. */
    public enum Reason {
        /** The input is malformed or not allowed. */ INVALID(400),
        /** Nobody is signed in. */ NOT_SIGNED_IN(401),
        /** The officer does not hold the post that the act needs. */ FORBIDDEN(403),
        /** There is no such thing, or it is another office's (so as not to tell which). */ NOT_FOUND(404),
        /** The thing is not in a state that allows the act, or has changed meanwhile. */ CONFLICT(409),
        /** It was public and has been withdrawn. */ GONE(410),
        /** Larger than the stated ceiling. */ TOO_LARGE(413),
        /** The content may not go out as it is (findings). */ UNPROCESSABLE(422),
        /** Too often. */ TOO_MANY(429),
        /** The program cannot do it now; it may be tried again. */ UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The HTTP status that says the same. */
        public int status() {
            return status;
        }
    }

    /** One field and what is wrong with it. */
    public record Problem(String field, String sentence) {}

    private final Reason reason;
    private final List<Problem> problems;

    public Refusal(Reason reason, String sentence) {
        this(reason, sentence, List.of());
    }

    public Refusal(Reason reason, String sentence, List<Problem> problems) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    public Reason reason() {
        return reason;
    }

    /** The sentence for the person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public List<Problem> problems() {
        return problems;
    }

    public static Refusal invalid(String sentence) {
        return new Refusal(Reason.INVALID, sentence);
    }

    public static Refusal notFound(String sentence) {
        return new Refusal(Reason.NOT_FOUND, sentence);
    }

    public static Refusal forbidden(String sentence) {
        return new Refusal(Reason.FORBIDDEN, sentence);
    }

    public static Refusal conflict(String sentence) {
        return new Refusal(Reason.CONFLICT, sentence);
    }
}
