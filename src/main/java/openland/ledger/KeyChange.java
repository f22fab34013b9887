package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the log's keys (密钥更换). The log itself says so: a leaf names the new keys and the size from which they sign;
 * the checkpoint before, which covers the leaf, is the last that the old ones sign. So whoever trusts the old keys can
 * follow, and every checkpoint of before stays what it was.
 */
@Component
public class KeyChange {
    private static final Logger LOG = LoggerFactory.getLogger(KeyChange.class);

    private final Checkpoints checkpoints;
    private final KeyFolder folder;
    private final Appending appending;
    private final Consumer<Act> journal;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    @Autowired
    KeyChange(Checkpoints checkpoints, KeyFolder folder, Appending appending, Journal journal, TransactionTemplate transaction,
              InstantSource time) {
        this(checkpoints, folder, appending, (Consumer<Act>) journal::record, transaction, time);
    }

    KeyChange(Checkpoints checkpoints, KeyFolder folder, Appending appending, Consumer<Act> journal, TransactionTemplate transaction,
              InstantSource time) {
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.appending = appending;
        this.journal = journal;
        this.transaction = transaction;
        this.time = time;
    }

    /** @param entry the index of the leaf that announces them */
    public record Changed(long entry, LogKeys.Epoch epoch) {}

    /**
     * Makes new keys of every type.
     *
     * @throws Refusal CONFLICT while an earlier change has not taken effect; UNAVAILABLE when the log is read-only
     */
    public Changed change(UUID officer, UUID office) {
        return inTransaction(keys -> {
            var fresh = new ArrayList<VerifierKey>();
            for (var type : KeyType.values()) {
                var secret = SigningKey.generate(type);
                fresh.add(secret.verifier(keys.origin()));
                folder.keepNext(fresh.getLast(), secret);
            }
            return fresh;
        }, officer, office);
    }

    /** Gives a log of before there were two types of keys the one it lacks. */
    void complete() {
        transaction.executeWithoutResult(_ -> {
            checkpoints.lock();
            if (checkpoints.keys().orElseThrow().newest().size() < KeyType.values().length) {
                inTransaction(keys -> Stream.of(KeyType.values()).map(type -> keys.newest().stream().filter(key -> key.type() == type)
                        .findFirst().orElseGet(() -> firstOf(type).verifier(keys.origin()))).toList(), null, null);
            }
        });
    }

    /** The first key of a type; one that a start made and died behind is as good. */
    private SigningKey firstOf(KeyType type) {
        return folder.firstKey(type).orElseGet(() -> {
            var made = SigningKey.generate(type);
            folder.keepFirst(type, made);
            return made;
        });
    }

    /** What makes the new keys, and keeps them before the log names them. */
    private interface Making {
        List<VerifierKey> keys(LogKeys old);
    }

    private Changed inTransaction(Making making, @Nullable UUID officer, @Nullable UUID office) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            checkpoints.lock();
            var old = checkpoints.keys().orElseThrow();
            if (old.epochs().getLast().since() > checkpoints.size() + 1) {
                throw Refusal.conflict("上一次更换密钥还没有生效，请在下一次签名之后再试。");
            }
            var keys = making.keys(old);
            var subject = UUID.nameUUIDFromBytes(("ledger keys " + old.origin()).getBytes(StandardCharsets.UTF_8));
            var entry = appending.append(subject, index -> Leaf.ofKeys(old.origin(), time.instant(),
                    new Leaf.NewKeys(index + 2, keys.stream().map(VerifierKey::line).toList())));
            var epoch = new LogKeys.Epoch(entry.index() + 2, keys);
            checkpoints.add(epoch, entry.index(), time.instant());
            var ids = keys.stream().map(VerifierKey::id).collect(Collectors.joining(" "));
            journal.accept(new Act("ledger.keys-changed", officer, office, old.origin(), Map.of("entry", entry.index(), "keys", ids)));
            LOG.info("New keys sign the ledger from size {}: {}", epoch.since(), ids);
            return new Changed(entry.index(), epoch);
        }));
    }
}
