package openland.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import openland.base.database.TestDatabase;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void what_a_crash_left_goes_within_the_hour_and_nothing_else() throws Exception {
        var parts = new Parts(TestDatabase.newFolder(), () -> NOW);
        var left = Files.writeString(parts.next(), "half");
        var growing = Files.writeString(parts.next(), "half");
        var stored = Files.writeString(Files.createDirectories(parts.folder().resolve("ab")).resolve("part-of-a-digest"), "whole");
        var other = Files.writeString(parts.folder().resolve("other"), "of somebody");
        Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofMinutes(55))));
        Files.setLastModifiedTime(growing, FileTime.from(NOW.minus(Duration.ofMinutes(5))));
        Files.setLastModifiedTime(stored, FileTime.from(NOW.minus(Duration.ofDays(365))));
        Files.setLastModifiedTime(other, FileTime.from(NOW.minus(Duration.ofDays(365))));
        assertThat(parts.work()).isFalse();
        assertThat(left).doesNotExist();
        assertThat(growing).exists();
        assertThat(stored).exists();
        assertThat(other).exists();
    }
}
