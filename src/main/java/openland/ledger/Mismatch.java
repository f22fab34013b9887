package openland.ledger;

/** Something does not fit the log: the first that was found, in a Chinese sentence for whoever verifies. */
final class Mismatch extends RuntimeException {
    Mismatch(String sentence) {
        super(sentence, null, false, false);
    }
}
