package openland.journal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import openland.base.Digests;
import openland.journal.Verification.Flaw;
import openland.journal.Verification.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the chain from its first seal to the last and compares each with its entry. */
@Component
class Verifying {
    private static final int BATCH = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Entries entries;
    private final Seals seals;
    private final InstantSource time;

    Verifying(Entries entries, Seals seals, InstantSource time) {
        this.entries = entries;
        this.seals = seals;
        this.time = time;
    }

    Verification verify() {
        var good = new Seals.Seal(0, 0, Seals.NOTHING);
        List<Seals.Sealed> batch;
        do {
            batch = seals.after(good.seq(), BATCH);
            for (var next : batch) {
                var kind = flaw(good, next);
                if (kind != null) {
                    return result(good, new Flaw(kind, next.seal().entry(), next.seal().seq()));
                }
                good = next.seal();
            }
        } while (batch.size() == BATCH);
        var waiting = entries.firstWithoutSeal(time.instant().minus(PATIENCE));
        return result(good, waiting == null ? null : new Flaw(Kind.UNSEALED, waiting, 0));
    }

    private static @Nullable Kind flaw(Seals.Seal before, Seals.Sealed next) {
        var entry = next.entry();
        if (entry == null || next.seal().seq() != before.seq() + 1) {
            return Kind.MISSING;
        }
        return Arrays.equals(next.seal().hash(), Sealing.hash(before.hash(), entry)) ? null : Kind.CHANGED;
    }

    private static Verification result(Seals.Seal good, @Nullable Flaw flaw) {
        return new Verification(good.seq(), Digests.hex(good.hash()), flaw);
    }
}
