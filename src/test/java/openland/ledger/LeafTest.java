package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import openland.base.Digests;
import org.junit.jupiter.api.Test;

class LeafTest {
    private static final Instant TIME = Instant.parse("2026-11-22T01:02:03.004567Z");
    private static final byte[] SALT = new byte[16];
    private static final Commitment COMMITMENT = Commitment.of(SALT, "{}".getBytes(StandardCharsets.UTF_8));

    @Test
    void the_text_of_a_leaf_is_this_for_ever() {
        var leaf = new Leaf(LeafType.AMEND, "520000", "520000-2026-00017", 2, TIME, 41L, COMMITMENT, null);
        assertThat(leaf.canonical()).isEqualTo("{\"c1\":\"" + COMMITMENT.c1() + "\",\"c2\":\"" + COMMITMENT.c2()
                + "\",\"edition\":2,\"indexNumber\":\"520000-2026-00017\",\"issuer\":\"520000\",\"previous\":41,"
                + "\"time\":\"2026-11-22T01:02:03.004Z\",\"type\":\"amend\"}");
        assertThat(Leaf.parse(leaf.canonical())).isEqualTo(leaf);
    }

    @Test
    void what_is_no_leaf_is_refused() {
        for (var text : new String[] {"", "{}", "7", "{\"type\":\"publish\"", "{\"type\":\"receipt\",\"issuer\":5,\"time\":\"2026-11-22T01:02:03.004Z\"}",
            "{\"type\":\"receipt\",\"issuer\":\"520000\",\"time\":\"today\"}"}) {
            assertThatThrownBy(() -> Leaf.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_is_absent_is_left_out() {
        var leaf = Leaf.of(LeafType.WITHDRAW, "520000", "520000-2026-00017", null, Instant.parse("2026-11-22T01:02:03Z"), null);
        assertThat(leaf.canonical()).isEqualTo("{\"indexNumber\":\"520000-2026-00017\",\"issuer\":\"520000\","
                + "\"time\":\"2026-11-22T01:02:03.000Z\",\"type\":\"withdraw\"}");
        assertThat(Leaf.parse(leaf.canonical())).isEqualTo(leaf);
    }

    @Test
    void the_hash_is_sha256_of_a_zero_byte_and_the_text() {
        var text = "\0{\"issuer\":\"520000\",\"time\":\"2026-11-22T01:02:03.004Z\",\"type\":\"key-change\"}";
        var leaf = Leaf.of(LeafType.KEY_CHANGE, "520000", null, null, TIME, null);
        assertThat(leaf.hash()).isEqualTo(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Made by OpenSSL 3: sixteen zero bytes and "{}", piped into {@code openssl dgst -sha256} and {@code -sm3}. */
    @Test
    void a_commitment_is_sha256_and_sm3_of_salt_and_content() {
        assertThat(COMMITMENT.c1()).isEqualTo("333b13ff02f57ae18049b82ca66f37592c5a3d8fd54e44e23ae5c7085c24fd2a");
        assertThat(COMMITMENT.c2()).isEqualTo("b64afdc295054450b1ce9a6ce5763228ecc53e28a7ad0ff455fffe12e6ea642b");
        assertThat(Commitment.newSalt()).hasSize(16).isNotEqualTo(Commitment.newSalt());
        assertThatThrownBy(() -> Commitment.of(new byte[15], new byte[0])).hasMessageContaining("128 bits");
    }

    @Test
    void all_names_of_types_are_fixed() {
        assertThat(LeafType.values()).extracting(LeafType::json).containsExactly("publish", "amend", "withdraw",
                "validity-change", "received", "deadline-met", "receipt", "draw-commit", "draw-result", "key-change");
        for (var type : LeafType.values()) {
            assertThat(LeafType.ofJson(type.json())).isEqualTo(type);
        }
        assertThatThrownBy(() -> LeafType.ofJson("PUBLISH")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_leaf_about_a_piece_names_its_index_number() {
        assertThatThrownBy(() -> Leaf.of(LeafType.PUBLISH, "520000", null, 1, TIME, null)).hasMessageContaining("index number");
    }
}
