package openland.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import openland.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public log of everything that became public (公开账本), in order, for ever.
 * An entry is <em>covered</em> once a signed checkpoint includes it; only then does it count as announced.
 */
@Service
public class Ledger {
    private final Entries entries;
    private final Checkpoints checkpoints;
    private final Appending appending;
    private final Tiles tiles;
    private final Integrator integrator;

    Ledger(Entries entries, Checkpoints checkpoints, Appending appending, Tiles tiles, Integrator integrator) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.appending = appending;
        this.tiles = tiles;
        this.integrator = integrator;
    }

    /**
     * Appends one leaf in the caller's transaction, as its last step: from here on every other publication waits for it to end.
     *
     * @param subject the disclosure, case or draw that the leaf is about
     * @param leaf    without a previous leaf, which is filled in here
     * @throws Refusal UNAVAILABLE when the log is read-only
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry append(UUID subject, Leaf leaf) {
        return appending.append(subject, _ -> leaf);
    }

    /**
     * Appends a receipt (收件凭证) in the caller's transaction: the log then holds, for ever and for everybody, that
     * something came in at that time, and only who has salt and content can show what.
     *
     * @param subject the request, letter or report
     * @param issuer  the code of the office that received it
     * @param time    when it came in
     * @param content what was received, as canonical JSON; it is not kept here
     * @return the salt with the entry; it is kept nowhere else, hand it to the filer
     * @throws Refusal UNAVAILABLE when the log is read-only
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt receive(UUID subject, String issuer, Instant time, byte[] content) {
        var salt = Commitment.newSalt();
        var leaf = Leaf.of(LeafType.RECEIPT, issuer, null, null, time, Commitment.of(salt, content));
        return new Receipt(appending.append(subject, _ -> leaf), salt);
    }

    /** @param salt with it and the content the filer opens the entry's commitment */
    public record Receipt(Entry entry, byte[] salt) {}

    /** The covered entries from {@code from} on, in order, at most {@code limit}. */
    public List<Entry> entries(long from, int limit) {
        return entries.coveredFrom(from, limit);
    }

    /** The covered entries before {@code before}, newest first, at most {@code limit}. */
    public List<Entry> newest(long before, int limit) {
        return entries.coveredBefore(before, limit);
    }

    /** All entries about one subject in order, also those that no checkpoint covers yet. */
    public List<Entry> ofSubject(UUID subject) {
        return entries.ofSubject(subject);
    }

    /** The entry at {@code index}, also when no checkpoint covers it yet. */
    public Optional<Entry> entry(long index) {
        return entries.at(index);
    }

    /** How many entries the newest checkpoint covers: all with a smaller index. */
    public long size() {
        return checkpoints.size();
    }

    /** The newest checkpoint; absent only while the first start is under way. */
    public Optional<SignedCheckpoint> latestCheckpoint() {
        return checkpoints.latest();
    }

    /** The log's name and all its keys. */
    public Optional<LogKeys> keys() {
        return checkpoints.keys();
    }

    /** The checkpoint that was signed at exactly that size, if one was. */
    public Optional<SignedCheckpoint> checkpoint(long size) {
        return checkpoints.ofSize(size);
    }

    /** Whether this is the log of a demonstration (演示): said by its name, which it was given for ever. */
    public boolean isDemonstration() {
        return keys().map(keys -> keys.origin().equals(Opening.DEMONSTRATION)).orElse(false);
    }

    /**
     * A tile as C2SP tlog-tiles serves it, as far as the newest checkpoint covers it; it never changes.
     *
     * @param path what stands behind {@code /ledger/tile/}; empty for anything that is no tile of the signed tree
     * @throws Refusal UNAVAILABLE while the tiles are made anew
     */
    public Optional<byte[]> tile(String path) {
        var tile = Tile.parse(path).filter(wanted -> wanted.isIn(checkpoints.size()));
        if (tile.isEmpty()) {
            return Optional.empty();
        }
        var bytes = tiles.read(tile.get());
        if (bytes.isEmpty()) {
            throw damaged();
        }
        return bytes;
    }

    /**
     * What shows that the leaf at {@code index} is in the newest signed tree.
     *
     * @return empty while no checkpoint covers the index
     * @throws Refusal UNAVAILABLE while the tiles are made anew
     */
    public Optional<Inclusion> inclusion(long index) {
        var checkpoint = checkpoints.latest().filter(latest -> index >= 0 && index < latest.size());
        return checkpoint.map(covering -> fromTiles(() -> {
            var proof = new Inclusion(index, tiles.leaf(index, covering.size()), tiles.tree(covering.size()).inclusion(index), covering);
            if (!proof.holds()) {
                throw damaged();
            }
            return proof;
        }));
    }

    /**
     * Whether what was signed at {@code index} commits to this content; while no checkpoint covers the index, or its tile
     * is being made, whether the entry in the table does.
     */
    public boolean holds(long index, Commitment commitment) {
        return signedLeaf(index).or(() -> entries.line(index)).map(text -> text.contains(commitment.c1()) && text.contains(commitment.c2()))
                .orElse(false);
    }

    private Optional<String> signedLeaf(long index) {
        try {
            return inclusion(index).map(Inclusion::leaf);
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    /** What an entry says, unread. @param text whatever stands there */
    public record Line(long index, UUID subject, String text) {}

    /** The covered entries from {@code from} on, as they stand in the table, even if somebody has broken one. */
    public List<Line> lines(long from, int limit) {
        return entries.linesFrom(from, limit);
    }

    /**
     * The tree of the first {@code size} entries, read from the tiles as it is asked.
     *
     * @param size at most {@link #size()}
     * @param use  what is asked of it
     * @throws Refusal UNAVAILABLE while the tiles are made anew
     */
    public <T> T tree(long size, Function<TileTree, T> use) {
        return fromTiles(() -> use.apply(tiles.tree(size)));
    }

    private <T> T fromTiles(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Tiles.Damaged _) {
            throw damaged();
        }
    }

    private Refusal damaged() {
        integrator.doubtTiles();
        return new Refusal(Refusal.Reason.UNAVAILABLE, "公开账本的哈希文件正在重建，请稍后再试。");
    }
}
