package openland.ledger;

/** What the tables say cannot be a continuation of what was signed. The message is for the operator. */
class Distrust extends RuntimeException {
    Distrust(String message) {
        super(message);
    }
}
