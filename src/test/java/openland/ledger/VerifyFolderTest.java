package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offline verifier and what only a folder can show: attachments, a cut log, another history. */
class VerifyFolderTest {
    private static final byte[] FILE = "地块图".getBytes(StandardCharsets.UTF_8);

    @Test
    void an_attachment_a_cut_log_and_another_history_are_named(@TempDir Path folder) throws IOException {
        try (var log = new TestLog()) {
            var node = log.node().start();
            for (int i = 0; i < 3; i++) {
                node.transaction.executeWithoutResult(_ -> node.ledger.receive(UUID.randomUUID(), "520000", TestLog.TIME, FILE));
            }
            Await.until(() -> node.ledger.size() == 3);
            var older = node.ledger.latestCheckpoint().orElseThrow().note();
            var piece = publish(node, folder);
            node.life.stop();
            node.integrator.integrate(node.signer); // puts the newest checkpoint beside the tiles
            copyLog(log.files.resolve("ledger"), folder.resolve("ledger"));
            assertThat(verify(folder)).contains("信息：1版与账本一致，附件1个");
            var file = folder.resolve("disclosures/" + piece + "/editions/1/files/" + Digests.hex(Digests.sha256(FILE)));
            Files.writeString(file, "另一张图");
            assertThat(verify(folder)).contains("不符：", "附件", "账本第3条", "检查点4");
            Files.write(file, FILE);
            var kept = Files.writeString(folder.resolve("kept"), older);
            assertThat(verify(folder, "--known-checkpoint=" + kept)).doesNotContain("不符");
            Files.writeString(kept, new Checkpoint("land.example.cn", 9, new byte[32]).text());
            assertThat(verify(folder, "--known-checkpoint=" + kept)).contains("变短了");
            Files.writeString(kept, forged(node, older));
            assertThat(verify(folder, "--known-checkpoint=" + kept)).contains("历史被改写");
        }
    }

    /** What a key holder who tells two histories would have shown to somebody else. */
    private static String forged(TestLog.Node node, String older) {
        var keys = node.checkpoints.keys().orElseThrow();
        var tree = new CompactRange();
        for (long i = 0; i < Checkpoint.claimedSize(older); i++) {
            tree.append(new byte[32]);
        }
        return node.signer.sign(keys, tree, TestLog.TIME).note();
    }

    private static UUID publish(TestLog.Node node, Path folder) throws IOException {
        var id = UUID.randomUUID();
        var sha256 = Digests.hex(Digests.sha256(FILE));
        var canonical = "{\"attachments\":[{\"sha256\":\"%s\"}]}".formatted(sha256).getBytes(StandardCharsets.UTF_8);
        var salt = Commitment.newSalt();
        var leaf = Leaf.of(LeafType.PUBLISH, "520000", "520000-2026-77777", 1, TestLog.TIME, Commitment.of(salt, canonical));
        var entry = Objects.requireNonNull(node.transaction.execute(_ -> node.ledger.append(id, leaf)));
        Await.until(() -> node.ledger.size() > entry.index());
        var edition = Files.createDirectories(folder.resolve("disclosures/" + id + "/editions/1/files")).getParent();
        Files.write(edition.resolve("canonical"), canonical);
        Files.writeString(edition.resolve("salt"), Digests.hex(salt));
        Files.write(edition.resolve("files/" + sha256), FILE);
        Files.createDirectories(folder.resolve("ledger"));
        var pieces = new StringBuilder();
        for (var other : node.ledger.entries(0, 10)) {
            pieces.append(other.index()).append(' ').append(other.subject()).append('\n');
        }
        Files.writeString(folder.resolve("ledger/pieces"), pieces);
        return id;
    }

    private static void copyLog(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static String verify(Path folder, String... more) {
        var out = new ByteArrayOutputStream();
        VerifyLedger.run(Stream.concat(Stream.of("--verify-ledger=" + folder), Stream.of(more)).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
