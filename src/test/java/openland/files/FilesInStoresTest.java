package openland.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.base.database.CannotStart;
import openland.base.database.TestDatabase;
import openland.files.Hidden.Kind;
import openland.files.Hidden.Treatment;
import openland.files.ooxml.WordHidingPlaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of files and their bytes, when the bytes are in an object store or in none. */
@OpenlandTest
class FilesInStoresTest {
    private static final String MARKER = "Zhang3-only-inside";
    @Autowired FileStore rows;
    @Autowired Inspecting inspecting;
    @Autowired Quarantine quarantine;
    @Autowired InstantSource time;
    @Autowired JdbcClient db;
    @Autowired Environment environment;

    @Test
    void a_file_in_an_object_store_is_looked_into_and_published_without_what_it_hides() throws Exception {
        try (var server = new S3Server()) {
            var bucket = TestStore.Bucket.on(server);
            var files = on(bucket.store(), bucket);
            var word = WordHidingPlaces.all().stream().filter(place -> place.expected() == Kind.COMMENT).findFirst().orElseThrow().file(MARKER);
            var original = files.store("公告.docx", new ByteArrayInputStream(word));
            TestDatabase.of(environment).sql().sql("delete from files_inspection where sha256 = ?").param(original.sha256()).update();
            assertThat(files.inspection(original.sha256()).hidden(Treatment.REMOVED)).isNotEmpty();
            var copy = files.publicCopy(original.sha256());
            assertThat(bucket.names()).contains(ContentStore.nameOf(original.sha256()), ContentStore.nameOf(copy.sha256())).hasSize(2);
            try (InputStream in = files.open(copy.sha256()).orElseThrow()) {
                assertThat(Traces.of(in.readAllBytes(), MARKER)).isEmpty();
            }
            assertThat(files.exists(copy.sha256())).isTrue();
            assertNoParts(bucket);
        }
    }

    @Test
    void without_its_bytes_a_file_has_no_row() throws Exception {
        var text = ("公告 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        var sha256 = Digests.hex(Digests.sha256(text));
        var bucket = new TestStore.Bucket(null, "none", TestStore.newParts());
        var files = on(bucket.failing(sha256), bucket);
        assertThatThrownBy(() -> files.store("公告.txt", new ByteArrayInputStream(text))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(refusal.sentence()).contains("文件库暂时连不上");
        });
        assertThat(db.sql("select count(*) from files_file where sha256 = ?").param(sha256).query(Long.class).single()).isZero();
        assertNoParts(bucket);
    }

    @Test
    void an_upload_that_breaks_off_leaves_neither_row_nor_part() throws Exception {
        var folder = new TestStore.Folder(TestStore.newParts());
        var files = on(folder.store(), folder);
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The sender is gone.");
            }
        };
        long before = db.sql("select count(*) from files_file").query(Long.class).single();
        assertThatThrownBy(() -> files.store("公告.txt", broken)).hasRootCauseMessage("The sender is gone.");
        assertThat(db.sql("select count(*) from files_file").query(Long.class).single()).isEqualTo(before);
        assertThat(folder.names()).isEmpty();
        assertNoParts(folder);
    }

    @Test
    void the_settings_choose_the_store() {
        var program = new ApplicationContextRunner().withBean(Parts.class, TestStore::newParts).withUserConfiguration(ContentStoreChoice.class);
        program.run(context -> assertThat(context.getBean(ContentStore.class)).isInstanceOf(FolderStore.class));
        var endpoint = program.withPropertyValues("openland.s3.endpoint=http://127.0.0.1:1");
        endpoint.run(context -> assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(CannotStart.class)
                .rootCause().hasMessageContaining("OPENLAND_S3_BUCKET, OPENLAND_S3_KEY, OPENLAND_S3_SECRET"));
        var whole = endpoint.withPropertyValues("openland.s3.bucket=b", "openland.s3.key=k", "openland.s3.secret=hush");
        whole.run(context -> {
            assertThat(context.getBean(ContentStore.class)).isInstanceOf(S3Store.class);
            assertThat(context.getBean(S3Settings.class).toString()).doesNotContain("hush");
        });
        for (var wrong : List.of("ftp://a", "nowhere", "http://a/path", "http://a?b", "http://u:p@a")) {
            whole.withPropertyValues("openland.s3.endpoint=" + wrong).run(context -> assertThat(context.getStartupFailure())
                    .hasRootCauseInstanceOf(CannotStart.class).rootCause().hasMessage("OPENLAND_S3_ENDPOINT is not an address."));
        }
    }

    private Files on(ContentStore contents, TestStore outside) {
        return new Files(outside.parts(), contents, rows, inspecting, quarantine, time);
    }

    private static void assertNoParts(TestStore outside) throws IOException {
        try (var left = java.nio.file.Files.newDirectoryStream(outside.parts().folder(), "part-*")) {
            assertThat(left).isEmpty();
        }
    }
}
