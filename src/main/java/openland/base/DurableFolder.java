package openland.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A folder whose files are whole or not there, also when the power fails or the disk is full: a file is written beside
 * its place, flushed, renamed, and then the folder is flushed. Several processes may write the same file.
 */
public final class DurableFolder {
    /** The four things that can fail, each asked for before it is done. */
    public enum Step { CREATE, WRITE, RENAME, FLUSH }

    /** Where a test makes a write fail. */
    public interface Fault {
        void before(Step step, Path file) throws IOException;
    }

    private static final Fault NONE = (_, _) -> { };
    private static final String UNFINISHED = ".new";

    private final Path root;
    private final Set<PosixFilePermission> files;
    private final Set<PosixFilePermission> folders;
    private final Fault fault;

    private DurableFolder(Path root, String files, String folders, Fault fault) {
        this.root = root;
        this.files = PosixFilePermissions.fromString(files);
        this.folders = PosixFilePermissions.fromString(folders);
        this.fault = fault;
    }

    /** For the program's user only. */
    public static DurableFolder secret(Path root, Fault fault) {
        return new DurableFolder(root, "rw-------", "rwx------", fault);
    }

    /** For a web server or a backup to read as well. */
    public static DurableFolder open(Path root, Fault fault) {
        return new DurableFolder(root, "rw-r--r--", "rwxr-xr-x", fault);
    }

    public static Fault none() {
        return NONE;
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    /** @throws UncheckedIOException when it is there and cannot be read */
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(path(name)));
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path(name), e);
        }
    }

    /** Whole or not at all. @throws UncheckedIOException when it is not certain to be there */
    public void write(String name, byte[] bytes) {
        var file = path(name);
        try {
            make(above(file));
            make(path(UNFINISHED));
            var fresh = path(UNFINISHED).resolve(UUID.randomUUID().toString());
            try {
                fill(fresh, bytes);
                fault.before(Step.RENAME, file);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            fault.before(Step.FLUSH, file);
            flush(above(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private void fill(Path fresh, byte[] bytes) throws IOException {
        fault.before(Step.CREATE, fresh);
        try (var channel = FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(files))) {
            fault.before(Step.WRITE, fresh);
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The names in a folder; none when it is not there. */
    public List<String> names(String folder) {
        try (var found = Files.list(path(folder))) {
            return found.map(file -> file.getFileName().toString()).toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + path(folder), e);
        }
    }

    /** Deletes a file, or a folder that is empty; what is not there, or not empty, stays as it is. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException _) {
            return; // another process has just put something into it
        }
    }

    /** Clears away what writes that died have left. */
    public void clear() {
        names(UNFINISHED).forEach(name -> delete(UNFINISHED + "/" + name));
    }

    private void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        make(above(folder));
        try {
            Files.createDirectory(folder);
            if (folder.startsWith(root)) {
                Files.setPosixFilePermissions(folder, folders);
            }
        } catch (java.nio.file.FileAlreadyExistsException _) {
            return; // by another process
        }
        flush(above(folder));
    }

    private static Path above(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static void flush(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
