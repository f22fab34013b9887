package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import openland.Fuzzed;
import org.junit.jupiter.api.BeforeAll;

/** Signed notes and keys of others: {@link Checkpoint#open}, {@link VerifierKey#parse}, {@link SigningKey#ofPem}, {@link Tile#parse}. */
class NoteFuzzTest {
    private static final SigningKey KEY = SigningKey.ofPem(KeyType.ED25519, Base64.getEncoder().encodeToString(
            HexFormat.of().parseHex("302e020100300506032b657004220420" + "07".repeat(32))));
    private static final VerifierKey LOG = KEY.verifier("log.example/one");

    @BeforeAll
    static void load() {
        new NoteFuzzTest().a_note_is_opened_or_refused_with_a_reason("log.example/one\n1\n".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_note_is_opened_or_refused_with_a_reason(byte[] bytes) {
        var text = Fuzzed.text(bytes);
        refused(() -> Checkpoint.open(text, LOG));
        refused(() -> {
            var key = VerifierKey.parse(text);
            assertThat(VerifierKey.parse(key.line())).isEqualTo(key);
        });
        for (var type : KeyType.values()) {
            refused(() -> SigningKey.ofPem(type, text));
        }
        Tile.parse(text).ifPresent(tile -> assertThat(tile.path()).isEqualTo(text));
        if (text.startsWith(LOG.name() + "\n")) {
            refused(() -> opensAgain(Checkpoint.open(signed(text), LOG)));
        }
    }

    /** Only what the key's holder wrote comes this far; even so it is read or refused. */
    private static String signed(String text) {
        var signature = KEY.sign(text.endsWith("\n") ? text : text + "\n");
        var hinted = ByteBuffer.allocate(4 + signature.length).put(LOG.hash()).put(signature).array();
        return (text.endsWith("\n") ? text : text + "\n") + "\n— " + LOG.name() + " " + Base64.getEncoder().encodeToString(hinted) + "\n";
    }

    private static void opensAgain(Checkpoint checkpoint) {
        assertThat(Checkpoint.open(checkpoint.signedBy(KEY), LOG).sameAs(checkpoint)).isTrue();
    }

    private static void refused(Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException reason) {
            assertThat(reason.getMessage()).isNotBlank();
        }
    }
}
