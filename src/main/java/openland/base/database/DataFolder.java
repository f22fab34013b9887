package openland.base.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code OPENLAND_DATA}, where this process keeps what is its own: the embedded database, index, caches,
 * unpacked libraries. One process at a time holds it; nothing in it is touched before the lock is won.
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Makes the folder where it is missing, for its owner only, and takes its lock. @throws CannotStart when another process holds it */
    public static DataFolder take(Path wanted) {
        try {
            Files.createDirectories(wanted);
            var path = wanted.toRealPath();
            var lockFile = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new CannotStart("Openland is already running on " + path + ".",
                        "Stop the other one first, or give this one a folder of its own in OPENLAND_DATA.");
            }
            ownerOnly(path);
            return new DataFolder(path, lockFile);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + wanted.toAbsolutePath() + " cannot be used: " + e,
                    "Let the user of this process own it, or name another folder in OPENLAND_DATA.", e);
        }
    }

    /** The folder itself, absolute. */
    public Path path() {
        return path;
    }

    /** The place {@code name} inside the folder; whoever uses it makes it. */
    public Path path(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    static void ownerOnly(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {   // held by this very process
            return null;
        }
    }
}
