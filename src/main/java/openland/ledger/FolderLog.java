package openland.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder with the paths of a site: a mirror that {@link Mirror} made, or the program's own folder of files, which holds
 * the log without its pieces.
 */
final class FolderLog implements LogSource {
    /** Which piece an entry is about: a line {@code index id} for each, in order. */
    static final String PIECES = "ledger/pieces";
    private static final Fetched ABSENT = new Fetched(404, new byte[0]);

    private final Path root;

    FolderLog(Path folder) {
        this.root = Files.exists(folder.resolve("ledger")) || !Files.exists(folder.resolve("checkpoint"))
                ? folder : folder.resolve("..");
    }

    @Override
    public Fetched fetch(String path) {
        var file = root.resolve(path);
        try {
            return Files.isRegularFile(file) ? new Fetched(200, Files.readAllBytes(file)) : ABSENT;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    @Override
    public List<Listed> entries(long from, long to) {
        return new String(fetch(PIECES).bytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" "))
                .map(words -> new Listed(Long.parseLong(words[0]), null, UUID.fromString(words[1])))
                .filter(entry -> entry.index() >= from && entry.index() < to).toList();
    }

    @Override
    public boolean hasPieces() {
        return fetch(PIECES).isThere();
    }

    @Override
    public void forget(UUID piece, int edition) {
        var folder = root.resolve("disclosures/" + piece + "/editions/" + edition);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
