package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.merkle.InclusionProofVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody can fetch of the ledger, with nothing but HTTP. */
@OpenlandTest
@TestPropertySource(properties = "test.of=a log of one tile")
class LedgerWebTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired Ledger ledger;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    @Test
    void anyone_can_check_a_leaf_against_the_signed_checkpoint() throws Exception {
        var entry = covered();
        var checkpoint = checkpoint();
        var json = json("/api/v1/ledger/proof/" + entry.index() + "?size=" + checkpoint.size());
        var proof = json.get("hashes").valueStream().map(JsonNode::asString).map(HexFormat.of()::parseHex).toList();
        assertThat(HexFormat.of().parseHex(json.get("leafHash").asString())).isEqualTo(Leaf.hash(entry.text()));
        InclusionProofVerifier.verify(Leaf.hash(entry.text()), entry.index(), checkpoint.size(), proof, checkpoint.root());
    }

    @Test
    void the_checkpoint_is_plain_text() throws Exception {
        assertThat(get("/ledger/checkpoint").headers().firstValue("content-type")).hasValueSatisfying(
                type -> assertThat(type).isEqualToIgnoringCase("text/plain;charset=utf-8"));
    }

    @Test
    void entries_are_paged_from_the_beginning() throws Exception {
        covered();
        var last = covered();
        var first = json("/api/v1/ledger/entries?limit=1");
        assertThat(first.get("items").get(0).get("index").asLong()).isZero();
        assertThat(first.get("next").asString()).isEqualTo("0");
        var page = json("/api/v1/ledger/entries?after=" + (last.index() - 1));
        assertThat(page.get("items").get(0).get("leaf").asString()).isEqualTo(last.text());
        assertThat(page.get("items").get(0).get("hash").asString()).isEqualTo(HexFormat.of().formatHex(last.hash()));
        assertThat(page.get("items").get(0).get("disclosure").asString()).isEqualTo(last.subject().toString());
        assertThat(page.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/ledger/proof/100000", "/api/v1/ledger/proof/-1", "/api/v1/ledger/proof/99999999999999999999",
        "/api/v1/ledger/proof/a", "/api/v1/ledger/proof/01", "/api/v1/ledger/proof/0?size=0", "/api/v1/ledger/proof/0?size=100000",
        "/api/v1/ledger/proof/0?size=-1", "/api/v1/ledger/entries?after=-1", "/ledger/tile/0/000", "/ledger/tile/0/000.p/255",
        "/ledger/tile/0/000.p/0", "/ledger/tile/0/000.p/-1", "/ledger/tile/0/000.p/256", "/ledger/tile/0/001.p/1", "/ledger/tile/-1/000",
        "/ledger/tile/0/-00", "/ledger/tile/0/12345678901234567890", "/ledger/tile/1/000.p/1", "/ledger/tile/64/000.p/1",
        "/ledger/tile/0/x000/000.p/1", "/ledger/tile/0/x999/x999/x999/x999/x999/999", "/ledger/tile/entries/999", "/ledger/tile/entries/000.p/01",
        "/ledger/tile/", "/ledger/tile", "/ledger/tile/0/%30%30%30.p/1", "/ledger/tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999"})
    void what_is_beyond_the_tree_is_not_found(String path) throws Exception {
        covered();
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_tiles_hold_the_log_that_the_checkpoint_signs() throws Exception {
        covered();
        var checkpoint = checkpoint();
        int size = (int) checkpoint.size();
        var hashes = bytes("/ledger/tile/0/000.p/" + size);
        var bundle = ByteBuffer.wrap(bytes("/ledger/tile/entries/000.p/" + size));
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            var leaf = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(leaf);
            leaves.add(Digests.sha256(new byte[] {0}, leaf));
            assertThat(Arrays.copyOfRange(hashes, 32 * i, 32 * i + 32)).isEqualTo(leaves.get(i));
        }
        assertThat(bundle.hasRemaining()).isFalse();
        assertThat(Rfc6962.mth(leaves)).isEqualTo(checkpoint.root());
        assertThat(bytes("/ledger/tile/0/000.p/1")).isEqualTo(leaves.getFirst());
    }

    @Test
    void a_proof_is_one_text_with_the_leaf_and_the_checkpoint_also_after_withdrawal() throws Exception {
        var entry = covered();
        var withdrawn = Objects.requireNonNull(transaction.execute(_ -> ledger.append(entry.subject(), TestLog.leaf(LeafType.WITHDRAW))));
        Await.until(() -> ledger.size() > withdrawn.index());
        var proof = get("/ledger/proof/" + entry.subject() + "/1").body();
        assertThat(proof).isEqualTo(get("/ledger/proof/" + entry.index()).body());
        mustProve(proof, entry);
        assertThat(get("/ledger/proof/" + entry.subject() + "/2").statusCode()).isEqualTo(404);
        assertThat(get("/ledger/proof/" + UUID.randomUUID() + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void only_who_has_salt_and_content_opens_a_receipt() throws Exception {
        var content = "{\"request\":\"关于地块的申请\"}".getBytes(StandardCharsets.UTF_8);
        var receipt = Objects.requireNonNull(transaction.execute(_ -> ledger.receive(UUID.randomUUID(), "520000", TestLog.TIME, content)));
        var entry = receipt.entry();
        Await.until(() -> ledger.size() > entry.index());
        mustProve(get("/ledger/proof/" + entry.index()).body(), entry);
        assertThat(entry.leaf().type()).isEqualTo(LeafType.RECEIPT);
        assertThat(entry.leaf().commitment()).isEqualTo(Commitment.of(receipt.salt(), content));
        assertThat(json("/api/v1/ledger/entries?after=" + (entry.index() - 1)).toString())
                .doesNotContain(HexFormat.of().formatHex(receipt.salt()), entry.subject().toString());
    }

    private void mustProve(String proof, Entry entry) throws Exception {
        var lines = proof.substring(0, proof.indexOf("\n\n")).lines().toList();
        var checkpoint = Checkpoint.open(proof.substring(proof.indexOf("\n\n") + 2), get("/ledger/key").body().lines().map(VerifierKey::parse).toList());
        assertThat(lines.subList(0, 3)).containsExactly("c2sp.org/tlog-proof@v1",
                "extra " + Base64.getEncoder().encodeToString(entry.text().getBytes(StandardCharsets.UTF_8)), "index " + entry.index());
        InclusionProofVerifier.verify(entry.hash(), entry.index(), checkpoint.size(),
                lines.stream().skip(3).map(Base64.getDecoder()::decode).toList(), checkpoint.root());
    }

    @Test
    void keys_and_earlier_checkpoints_are_there_for_whoever_follows() throws Exception {
        var keys = ledger.keys().orElseThrow();
        assertThat(get("/ledger/keys").body()).isEqualTo(keys.history());
        assertThat(get("/ledger/key").body().lines()).hasSize(2);
        assertThat(get("/ledger/key.pem").body()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(get("/ledger/key-sm2.pem").body()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(keys.open(get("/ledger/checkpoints/0").body()).size()).isZero();
        assertThat(get("/ledger/checkpoints/99999").statusCode()).isEqualTo(404);
        assertThat(get("/ledger/checkpoints/x").statusCode()).isEqualTo(404);
    }

    @Test
    void a_tile_may_be_kept_for_ever() throws Exception {
        covered();
        var headers = get("/ledger/tile/0/000.p/1").headers();
        assertThat(headers.firstValue("cache-control")).hasValueSatisfying(control -> assertThat(control).contains("immutable", "public"));
        assertThat(headers.firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(get("/ledger/checkpoint").headers().firstValue("cache-control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/ledger/entries?limit=0", "/api/v1/ledger/entries?limit=1001", "/api/v1/ledger/entries?limit=x",
        "/ledger?after=x", "/ledger?after=%F0", "/ledger?after=eA"})
    void bad_input_gets_a_sentence_that_helps(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void people_see_what_was_logged_newest_first_without_a_title() throws Exception {
        var older = covered();
        var newer = covered();
        assertThat(get("/ledger").body()).contains(newer.leaf().indexNumber())
                .containsSubsequence("/disclosures/" + newer.subject(), "/disclosures/" + older.subject());
    }

    @Test
    void readiness_knows_of_the_ledger() throws Exception {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private Entry covered() {
        var entry = transaction.execute(_ -> ledger.append(UUID.randomUUID(), TestLog.leaf(LeafType.PUBLISH)));
        Await.until(() -> ledger.size() > entry.index());
        return entry;
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    private Checkpoint checkpoint() throws IOException, InterruptedException {
        return Checkpoint.open(get("/ledger/checkpoint").body(), get("/ledger/key").body().lines().map(VerifierKey::parse).toList());
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofByteArray()).body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
