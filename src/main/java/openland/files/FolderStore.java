package openland.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Content in a folder that all processes share; the parts lie on the same file system. */
final class FolderStore implements ContentStore {
    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean exists(String sha256) {
        return Files.exists(path(sha256));
    }

    @Override
    public void put(Path part, String sha256) throws IOException {
        var target = path(sha256);
        if (Files.exists(target)) {
            return;
        }
        try (var bytes = FileChannel.open(part, WRITE)) {
            bytes.force(true);
        }
        var parent = Files.createDirectories(folder.resolve(sha256.substring(0, 2)));
        Files.move(part, target, ATOMIC_MOVE);
        force(parent);
        force(folder);
    }

    private static void force(Path folder) throws IOException {
        try (var entries = FileChannel.open(folder, READ)) {
            entries.force(true);
        }
    }

    @Override
    public Optional<LocalFile> local(String sha256) {
        return exists(sha256) ? Optional.of(new LocalFile(path(sha256), false)) : Optional.empty();
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    private Path path(String sha256) {
        return folder.resolve(ContentStore.nameOf(sha256));
    }
}
