package openland.search;

import static openland.search.Pieces.edition;
import static openland.search.Pieces.id;
import static openland.search.Pieces.piece;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {
    @TempDir
    private Path temporary;
    private Path folder;

    @BeforeEach
    void place() {
        folder = temporary.resolve("index");
    }

    private static void put(Index index, long position, Searchable... editions) throws IOException {
        index.apply(Arrays.stream(editions).<IndexChange>map(IndexChange.Put::new).toList(), new Index.Position(position, "mark" + position));
    }

    private static List<Indexed> all(Index index) {
        try (var pieces = index.all()) {
            return pieces.toList();
        }
    }

    @Test
    void after_a_crash_documents_and_position_are_those_of_the_last_commit() throws IOException {
        var index = Index.open(folder);
        put(index, 2, piece(1, null, "甲", "无"), piece(2, null, "乙", "无"));
        index.commit();
        put(index, 3, piece(3, null, "丙", "无"));
        assertThat(all(index)).hasSize(3);
        index.abandon();
        try (var again = Index.open(folder)) {
            assertThat(again.position()).isEqualTo(new Index.Position(2, "mark2"));
            assertThat(all(again)).extracting(Indexed::id).containsExactlyInAnyOrder(id(1), id(2));
        }
    }

    @Test
    void a_second_start_finds_everything_again() throws IOException {
        try (var index = Index.open(folder)) {
            put(index, 1, edition(1, 3, 7, null, "甲", "无"));
        }
        try (var again = Index.open(folder)) {
            assertThat(all(again)).containsExactly(new Indexed(id(1), 3, 7));
            assertThat(again.position().next()).isEqualTo(1);
        }
    }

    @Test
    void reading_the_same_entries_again_changes_nothing() throws IOException {
        try (var index = Index.open(folder)) {
            put(index, 2, piece(1, null, "甲", "无"), piece(2, null, "乙", "无"));
            var hash = index.contentHash();
            put(index, 2, piece(1, null, "甲", "无"), piece(2, null, "乙", "无"));
            assertThat(all(index)).hasSize(2);
            assertThat(index.contentHash()).isEqualTo(hash);
        }
    }

    @Test
    void the_content_hash_knows_the_content_and_not_the_way_it_came() throws IOException {
        try (var one = Index.open(folder); var other = Index.open(temporary.resolve("other"))) {
            put(one, 1, piece(1, null, "甲", "旧"));
            put(one, 4, piece(2, null, "乙", "无"), piece(3, null, "丙", "无"), edition(1, 2, 4, null, "甲", "新"));
            put(other, 4, edition(1, 2, 4, null, "甲", "新"), piece(3, null, "丙", "无"), piece(2, null, "乙", "无"));
            assertThat(one.contentHash()).isEqualTo(other.contentHash());
            put(other, 5, edition(3, 1, 3, null, "丙", "改"));
            assertThat(one.contentHash()).isNotEqualTo(other.contentHash());
        }
    }

    @Test
    void a_withdrawn_text_is_gone_from_the_files_and_not_only_from_the_answers() throws IOException {
        var secret = "SECRETWITHDRAWNTEXT";
        try (var index = Index.open(folder)) {
            put(index, 50, IntStream.range(0, 50).mapToObj(n -> piece(n, null, "题" + n, n == 7 ? secret : "无")).toArray(Searchable[]::new));
            index.commit();
            assertThat(filesHolding(secret.toLowerCase(java.util.Locale.ROOT))).isPositive();
            long before = index.disappearances();
            index.apply(List.of(new IndexChange.Remove(id(7), null)), new Index.Position(51, ""));
            assertThat(all(index)).hasSize(49).extracting(Indexed::id).doesNotContain(id(7));
            assertThat(index.disappearances()).isGreaterThan(before);
            index.commit();
            index.purge();
            assertThat(filesHolding(secret)).isZero();
            assertThat(filesHolding(secret.toLowerCase(java.util.Locale.ROOT))).isZero();
        }
    }

    @Test
    void a_crash_between_withdrawal_and_purge_only_delays_the_purge() throws IOException {
        var secret = "withdrawnsecret";
        var index = Index.open(folder);
        put(index, 50, IntStream.range(0, 50).mapToObj(n -> piece(n, null, "题" + n, n == 1 ? secret : "无")).toArray(Searchable[]::new));
        index.commit();
        index.apply(List.of(new IndexChange.Remove(id(1), null)), new Index.Position(51, ""));
        index.commit();
        index.abandon();
        try (var again = Index.open(folder)) {
            assertThat(filesHolding(secret)).isPositive();
            again.purge();
            assertThat(filesHolding(secret)).isZero();
            assertThat(all(again)).hasSize(49);
        }
    }

    private long filesHolding(String text) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> read(file).contains(text)).count();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_retracted_edition_does_not_take_its_correction_along() throws IOException {
        try (var index = Index.open(folder)) {
            put(index, 2, edition(1, 1, 0, null, "错", "无"), edition(1, 2, 1, null, "对", "无"));
            index.apply(List.of(new IndexChange.Remove(id(1), 1)), new Index.Position(3, ""));
            assertThat(all(index)).containsExactly(new Indexed(id(1), 2, 1));
            index.apply(List.of(new IndexChange.Remove(id(1), 2)), new Index.Position(4, ""));
            assertThat(all(index)).isEmpty();
        }
    }

    @Test
    void a_damaged_or_foreign_folder_is_begun_anew() throws IOException {
        try (var index = Index.open(folder)) {
            put(index, 1, piece(1, null, "甲", "无"));
        }
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (var again = Index.open(folder)) {
            assertThat(again.position()).isEqualTo(Index.Position.START);
            assertThat(all(again)).isEmpty();
            put(again, 1, piece(1, null, "甲", "无"));
        }
    }

    @Test
    void a_folder_with_a_missing_file_is_begun_anew() throws IOException {
        try (var index = Index.open(folder)) {
            put(index, 1, piece(1, null, "甲", "无"));
        }
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> file.getFileName().toString().startsWith("_0")).toList()) {
                Files.delete(file);
            }
        }
        try (var again = Index.open(folder)) {
            assertThat(again.position()).isEqualTo(Index.Position.START);
        }
    }
}
