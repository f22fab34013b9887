package openland.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import openland.base.RepeatedWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files that are being written and nobody sees yet. Whoever made one deletes it; those that a crash left go within an
 * hour, whichever process made them.
 */
@Component
class Parts extends RepeatedWork {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    /** Nothing writes to a part, or looks into it, for so long; with the pause it is less than an hour. */
    private static final Duration LEFT_AFTER = Duration.ofMinutes(50);

    private final Path folder;
    private final InstantSource time;

    Parts(@Value("${openland.files}") Path files, InstantSource time) throws IOException {
        super("parts", PAUSE);
        this.folder = Files.createDirectories(files.resolve("store"));
        this.time = time;
    }

    Path folder() {
        return folder;
    }

    /** A name that no file has yet. */
    Path next() {
        return folder.resolve("part-" + UUID.randomUUID());
    }

    /** Deletes what was left. */
    @Override
    protected boolean work() throws IOException {
        var since = time.instant().minus(LEFT_AFTER);
        try (var parts = Files.newDirectoryStream(folder, "part-*")) {
            for (var part : parts) {
                if (changedBefore(part, since)) {
                    Files.deleteIfExists(part);
                }
            }
        }
        return false;
    }

    private static boolean changedBefore(Path part, Instant since) throws IOException {
        try {
            return Files.getLastModifiedTime(part).toInstant().isBefore(since);
        } catch (NoSuchFileException e) {
            return false; // its maker was here first
        }
    }
}
