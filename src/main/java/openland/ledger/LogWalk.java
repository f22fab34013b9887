package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Walks a log from its first entry, as an outsider: tiles, entries, keys and checkpoints must be one thing. */
final class LogWalk {
    /** An edition that the log says was published. @param piece null where the source does not tell */
    record Published(long index, Leaf leaf, @Nullable UUID piece) {
        int edition() {
            return leaf.edition() == null ? 1 : leaf.edition();
        }

        String name() {
            return "%s第%d版".formatted(leaf.indexNumber(), edition());
        }
    }

    private final LogSource source;
    private final CompactRange tree = new CompactRange();
    private final Map<Long, byte[]> roots = new HashMap<>();
    /** By the index of the piece's last leaf so far. */
    private final Map<Long, List<Published>> standing = new TreeMap<>();
    private final List<Published> withdrawn = new ArrayList<>();
    private final List<Long> keyChanges = new ArrayList<>();
    private LogKeys keys;
    private Checkpoint checkpoint;

    /** @param wanted sizes whose roots are to be remembered */
    LogWalk(LogSource source, List<Long> wanted) {
        this.source = source;
        this.keys = readKeys();
        this.checkpoint = readCheckpoint();
        wanted.forEach(size -> roots.put(size, new byte[0]));
    }

    LogKeys keys() {
        return keys;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The root of the tree at a size that was wanted; empty when the log did not come so far. */
    Optional<byte[]> root(long size) {
        return Optional.ofNullable(roots.get(size)).filter(root -> root.length > 0);
    }

    List<Published> standing() {
        return standing.values().stream().flatMap(List::stream).sorted((a, b) -> Long.compare(a.index(), b.index())).toList();
    }

    List<Published> withdrawn() {
        return withdrawn;
    }

    /** Reads the newest checkpoint again, for a log that has grown meanwhile. */
    void renew() {
        keys = readKeys();
        checkpoint = readCheckpoint();
    }

    /** Walks to the end of the checkpoint. @throws Mismatch at the first place that does not fit */
    void toTheEnd() {
        keys.epochs().stream().filter(epoch -> epoch.since() > 0).forEach(epoch -> roots.putIfAbsent(epoch.since() - 1, new byte[0]));
        remember();
        while (tree.size() < checkpoint.size()) {
            walk(Tile.widest(Tile.ENTRIES, tree.size() / Tile.FULL, checkpoint.size()));
        }
        if (!Arrays.equals(tree.root(), checkpoint.root())) {
            throw new Mismatch("账本的%d条记录合成的树根与检查点%d签名的不同：至少一条被改动、抽走或调换。".formatted(tree.size(), checkpoint.size()));
        }
        keys.epochs().forEach(this::mustBeHandedOver);
    }

    private void walk(Tile bundle) {
        var leaves = Tiles.leaves(read(bundle));
        var hashes = read(new Tile(0, bundle.index(), bundle.width()));
        long first = bundle.index() * Tile.FULL;
        long known = tree.size();
        var listed = listed(known, first + bundle.width());
        for (long index = known; index < first + bundle.width(); index++) {
            int at = (int) (index - first);
            var leaf = leaves.get(at);
            var hash = Leaf.hash(leaf);
            if (!Arrays.equals(hash, Arrays.copyOfRange(hashes, at * Tile.HASH, (at + 1) * Tile.HASH))) {
                throw at(index, "的内容与哈希文件不同");
            }
            tree.append(hash);
            remember();
            take(index, leaf, mustBeListed(index, leaf, listed));
        }
    }

    private void remember() {
        roots.computeIfPresent(tree.size(), (_, _) -> tree.root());
    }

    private byte[] read(Tile tile) {
        var exact = source.fetch("ledger/tile/" + tile.path());
        var found = exact.isThere() || tile.isFull() ? exact : source.fetch("ledger/tile/" + tile.withWidth(Tile.FULL).path());
        int length = found.isThere() ? Tiles.length(tile, found.bytes()) : -1;
        if (length < 0) {
            throw new Mismatch("账本的分块tile/%s缺失或不完整（检查点%d）。".formatted(tile.path(), checkpoint.size()));
        }
        return Arrays.copyOf(found.bytes(), length);
    }

    private Map<Long, LogSource.Listed> listed(long from, long to) {
        var listed = new HashMap<Long, LogSource.Listed>();
        source.entries(from, to).forEach(entry -> listed.put(entry.index(), entry));
        return listed;
    }

    private @Nullable UUID mustBeListed(long index, String leaf, Map<Long, LogSource.Listed> listed) {
        var entry = listed.get(index);
        if (entry == null) {
            if (source instanceof FolderLog) {
                return null;
            }
            throw at(index, "签过名，数据库里却没有或读不出来");
        }
        if (entry.leaf() != null && !entry.leaf().equals(leaf)) {
            throw at(index, "在数据库里与签过名的不同：被改动或调换");
        }
        return entry.piece();
    }

    private void take(long index, String text, @Nullable UUID piece) {
        Leaf leaf;
        try {
            leaf = Leaf.parse(text);
        } catch (JacksonException | IllegalArgumentException _) {
            throw at(index, "不是账本的格式");
        }
        var before = leaf.previous() == null ? new ArrayList<Published>() : standing.remove(leaf.previous());
        var line = before == null ? new ArrayList<Published>() : before;
        switch (leaf.type()) {
            case PUBLISH, AMEND, RECEIVED -> line.add(new Published(index, leaf, piece));
            case WITHDRAW -> {
                var out = line.stream().filter(edition -> leaf.edition() == null || edition.edition() == leaf.edition()).toList();
                withdrawn.addAll(out);
                line.removeAll(out);
            }
            case KEY_CHANGE -> mustNameKeys(index, leaf);
            default -> { }
        }
        standing.put(index, line);
    }

    /** What the log says of its keys is what the site says of them. */
    private void mustNameKeys(long index, Leaf leaf) {
        var named = leaf.keys();
        if (named == null || named.from() != index + 2
                || !named.lines().equals(keys.at(named.from()).stream().map(VerifierKey::line).toList())) {
            throw at(index, "更换的密钥与公布的密钥历史不同");
        }
        keyChanges.add(named.from());
    }

    /** The last checkpoint of the old keys covers the leaf that names the new ones. */
    private void mustBeHandedOver(LogKeys.Epoch epoch) {
        if (epoch.since() == 0 || epoch.since() > tree.size() + 1) {
            return;
        }
        if (!keyChanges.contains(epoch.since())) {
            throw new Mismatch("密钥历史里自%d条起的密钥，账本里没有更换的记录。".formatted(epoch.since()));
        }
        var size = epoch.since() - 1;
        var note = source.fetch("ledger/checkpoints/" + size);
        var handing = note.isThere() ? open(new String(note.bytes(), StandardCharsets.UTF_8)) : null;
        if (handing == null || handing.size() != size || !Arrays.equals(handing.root(), root(size).orElse(null))) {
            throw new Mismatch("检查点%d应由旧密钥签名，把账本交给新密钥，却没有或不符。".formatted(size));
        }
    }

    private Mismatch at(long index, String what) {
        return new Mismatch("账本第%d条%s（检查点%d）。".formatted(index, what, checkpoint.size()));
    }

    private LogKeys readKeys() {
        var epochs = new TreeMap<Long, List<VerifierKey>>();
        try {
            text("ledger/keys").lines().map(line -> line.split(" ", 2))
                    .forEach(words -> epochs.computeIfAbsent(Long.parseLong(words[0]), _ -> new ArrayList<>()).add(VerifierKey.parse(words[1])));
            if (epochs.isEmpty()) {
                throw new IllegalArgumentException("空的");
            }
            return new LogKeys(epochs.firstEntry().getValue().getFirst().name(),
                    epochs.entrySet().stream().map(epoch -> new LogKeys.Epoch(epoch.getKey(), epoch.getValue())).toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Mismatch("公布的密钥（ledger/keys）读不懂：" + e.getMessage());
        }
    }

    private Checkpoint readCheckpoint() {
        return open(text("ledger/checkpoint"));
    }

    Checkpoint open(String note) {
        try {
            return keys.open(note);
        } catch (IllegalArgumentException e) {
            throw new Mismatch("检查点的签名不对：" + e.getMessage());
        }
    }

    private String text(String path) {
        var fetched = source.fetch(path);
        if (!fetched.isThere()) {
            throw new Mismatch("没有" + path + "：这里不是公开账本。");
        }
        return new String(fetched.bytes(), StandardCharsets.UTF_8);
    }
}
