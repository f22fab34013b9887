package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import openland.base.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        log.node().opening.open();
        assertThat(log.keys().origin()).isEqualTo("land.example.cn");
        assertThat(log.keys().newest()).extracting(VerifierKey::type).containsExactly(KeyType.ED25519, KeyType.SM2);
        assertThat(log.keys().open(log.checkpoints().getFirst().note()).size()).isZero();
        for (var name : new String[] {"ledger-ed25519", "ledger-sm2"}) {
            var key = log.files.resolve("keys").resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent()))).isEqualTo("rwx------");
        }
    }

    @Test
    void a_log_keeps_name_and_key_whatever_is_configured_later() {
        log.demo().opening.open();
        var first = log.keys();
        log.node().opening.open();
        assertThat(first.origin()).isEqualTo("demo.openland");
        assertThat(log.keys()).isEqualTo(first);
    }

    @Test
    void a_first_start_that_died_before_its_transaction_ended_leaves_its_key_to_the_next() throws IOException {
        var node = log.node();
        for (var type : KeyType.values()) {
            var key = SigningKey.generate(type);
            node.folder.keepFirst(type, key);
            node.opening.open();
            assertThat(log.keys().newest()).contains(key.verifier("land.example.cn"));
            log.damage("truncate ledger_entry, ledger_checkpoint, ledger_log, ledger_key");
            Files.delete(log.files.resolve("keys/ledger-signed"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger-ed25519", "ledger-sm2"})
    void without_its_key_the_log_is_read_only_and_no_second_key_is_made(String name) throws Exception {
        stop(log.node().start().grow(3));
        Files.delete(log.files.resolve("keys").resolve(name));
        mustBeReadOnly("is missing");
        assertThat(log.files.resolve("keys").resolve(name)).doesNotExist();
    }

    @Test
    void with_another_key_the_log_is_read_only() {
        stop(log.node().start().grow(3));
        log.node().folder.keepFirst(KeyType.SM2, SigningKey.generate(KeyType.SM2));
        mustBeReadOnly("is not the key of the log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger-ed25519", "ledger-sm2"})
    void with_a_damaged_key_the_log_is_read_only(String name) throws Exception {
        stop(log.node().start().grow(3));
        Files.writeString(log.files.resolve("keys").resolve(name), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
        mustBeReadOnly("is damaged");
    }

    @Test
    void a_key_that_has_signed_does_not_begin_a_second_log() throws IOException {
        stop(log.node().start().grow(3));
        try (var other = TestLog.other()) {
            Files.createDirectories(other.files.resolve("keys"));
            for (var name : new String[] {"ledger-ed25519", "ledger-sm2", "ledger-signed"}) {
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
