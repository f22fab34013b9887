package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import openland.base.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** The log's name and key at the first start and at every later one. */
class OpeningTest {
    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void the_first_start_names_the_log_and_signs_the_empty_tree() throws Exception {
        var signer = log.node().opening.open();
        assertThat(signer.log().name()).isEqualTo("land.example.cn");
        assertThat(Checkpoint.open(log.checkpoints().getFirst().note(), signer.log()).size()).isZero();
        var key = log.files.resolve("keys/ledger-ed25519");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent()))).isEqualTo("rwx------");
    }

    @Test
    void a_log_keeps_name_and_key_whatever_is_configured_later() {
        var first = log.demo().opening.open();
        var second = log.node().opening.open();
        assertThat(first.log().name()).isEqualTo("demo.openland");
        assertThat(second.log()).isEqualTo(first.log());
    }

    @Test
    void a_first_start_that_died_before_its_transaction_ended_leaves_its_key_to_the_next() {
        var node = log.node();
        var key = SigningKey.generate();
        node.folder.keep(key);
        assertThat(node.opening.open().log()).isEqualTo(key.verifier("land.example.cn"));
    }

    @Test
    void without_its_key_the_log_is_read_only_and_no_second_key_is_made() throws Exception {
        stop(log.node().start().grow(3));
        Files.delete(log.files.resolve("keys/ledger-ed25519"));
        mustBeReadOnly("is missing");
        assertThat(log.files.resolve("keys/ledger-ed25519")).doesNotExist();
    }

    @Test
    void with_another_key_the_log_is_read_only() {
        stop(log.node().start().grow(3));
        log.node().folder.keep(SigningKey.generate());
        mustBeReadOnly("is not the key of the log");
    }

    @Test
    void with_a_damaged_key_the_log_is_read_only() throws Exception {
        stop(log.node().start().grow(3));
        Files.writeString(log.files.resolve("keys/ledger-ed25519"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
        mustBeReadOnly("is damaged");
    }

    @Test
    void a_key_that_has_signed_does_not_begin_a_second_log() throws IOException {
        stop(log.node().start().grow(3));
        try (var other = TestLog.other()) {
            Files.createDirectories(other.files.resolve("keys"));
            for (var name : new String[] {"ledger-ed25519", "ledger-signed"}) {
                Files.copy(log.files.resolve("keys").resolve(name), other.files.resolve("keys").resolve(name));
            }
            assertThatThrownBy(() -> other.node().opening.open()).isInstanceOf(Distrust.class).hasMessageContaining("has already signed");
        }
    }

    private void mustBeReadOnly(String reason) {
        long signed = log.checkpoints().size();
        var node = log.node().start();
        try {
            assertThat(node.standing.doubt()).hasValueSatisfying(doubt -> assertThat(doubt).contains(reason));
            assertThat(node.health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThatThrownBy(node::append).isInstanceOf(Refusal.class).hasMessageContaining("只读");
            assertThat(node.ledger.entries(0, 10)).hasSize(3);
            assertThat(log.checkpoints()).hasSize((int) signed);
        } finally {
            stop(node);
        }
    }

    private static void stop(TestLog.Node node) {
        node.life.stop();
    }
}
