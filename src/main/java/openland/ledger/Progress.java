package openland.ledger;

/** Where one reader of this node stands, and how far it must come before the node may trust what it serves from it. */
final class Progress {
    private final LedgerReader reader;
    private volatile long position;
    private volatile long mustReach = Long.MAX_VALUE;

    Progress(LedgerReader reader, long position) {
        this.reader = reader;
        this.position = position;
    }

    LedgerReader reader() {
        return reader;
    }

    String name() {
        return reader.name();
    }

    /** The index of the first entry not yet taken in. */
    long position() {
        return position;
    }

    void moveTo(long next) {
        position = next;
    }

    /** While the node was out of touch, others went on without it: what was covered meanwhile must be read first. */
    void mustReach(long covered) {
        mustReach = covered;
    }

    boolean hasCaughtUp() {
        return position >= mustReach;
    }
}
