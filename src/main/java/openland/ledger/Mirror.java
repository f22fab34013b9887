package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.DurableFolder;

/**
 * A site that is copied into a folder while it is read, so that it can be verified again offline. What was withdrawn is
 * dropped from the copy; the checkpoint is replaced only when everything has been found to fit.
 */
final class Mirror implements LogSource {
    private final LogSource site;
    private final FolderLog copy;
    private final DurableFolder folder;
    private final Map<String, byte[]> last = new HashMap<>();
    private final Map<Long, UUID> pieces = new LinkedHashMap<>();

    Mirror(LogSource site, Path folder) {
        this.site = site;
        this.copy = new FolderLog(folder);
        this.folder = DurableFolder.open(folder.toAbsolutePath(), DurableFolder.none());
    }

    @Override
    public Fetched fetch(String path) {
        var fetched = site.fetch(path);
        if (fetched.isThere()) {
            if (path.equals("ledger/checkpoint") || path.equals("ledger/keys")) {
                last.put(path, fetched.bytes());
            } else {
                folder.write(path, fetched.bytes());
            }
        }
        return fetched;
    }

    @Override
    public List<Listed> entries(long from, long to) {
        var entries = site.entries(from, to);
        entries.forEach(entry -> {
            if (entry.piece() != null) {
                pieces.put(entry.index(), entry.piece());
            }
        });
        return entries;
    }

    @Override
    public boolean hasPieces() {
        return true;
    }

    @Override
    public void forget(UUID piece, int edition) {
        copy.forget(piece, edition);
    }

    /** Everything fits: the copy is now of this checkpoint. */
    void complete() {
        folder.write(FolderLog.PIECES, pieces.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
        last.forEach(folder::write);
        folder.clear();
        folder.delete(".new");
    }
}
