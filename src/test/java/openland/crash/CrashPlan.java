package openland.crash;

/**
 * What a run is to do.
 *
 * @param programs how many processes serve: one with the database inside it, or several on one server
 * @param pieces   how many new pieces are published; every so many of them is amended or withdrawn as well
 * @param kills    how often something is killed meanwhile
 * @param seed     of everything that is left to chance
 */
record CrashPlan(int programs, int pieces, int kills, long seed) {
    static final int WRITERS = 4;
    private static final int LONG = 100;

    /** The short form, unless {@code crash.pieces}, {@code crash.kills} and {@code crash.seed} say otherwise. */
    static CrashPlan of(int programs) {
        return new CrashPlan(programs, Integer.getInteger("crash.pieces", 12), Integer.getInteger("crash.kills", 2),
                Long.getLong("crash.seed", System.nanoTime()));
    }

    boolean isAmended(int piece) {
        return piece % every() == 3;
    }

    boolean isWithdrawn(int piece) {
        return piece % every() == every() - 1;
    }

    /** How many pieces must be acknowledged before the kill of that number, so that all of them fall into the work. */
    int acknowledgedBefore(int kill) {
        return (pieces - 1) * kill / kills;
    }

    private int every() {
        return pieces < LONG ? 5 : 20;
    }
}
