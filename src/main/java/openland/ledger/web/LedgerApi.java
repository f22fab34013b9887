package openland.ledger.web;

import java.util.List;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.ledger.KeyType;
import openland.ledger.Leaf;
import openland.ledger.Ledger;
import openland.ledger.LogKeys;
import openland.ledger.SignedCheckpoint;
import openland.ledger.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger for programs: checkpoint, key, entries, proofs. Only what a checkpoint covers is shown. */
@RestController
class LedgerApi {
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final String PLACE = "0|[1-9][0-9]{0,17}";

    private final Ledger ledger;

    LedgerApi(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param leaf the canonical text, whose UTF-8 bytes are hashed @param hash the leaf hash @param disclosure absent where it is not about a piece */
    record EntryView(long index, String leaf, String hash, @Nullable UUID disclosure) {
        static EntryView of(Ledger.Line line) {
            return new EntryView(line.index(), line.text(), Digests.hex(Leaf.hash(line.text())), isAboutPiece(line.text()) ? line.subject() : null);
        }

        /** A leaf that somebody has broken in the table is shown as it stands, for whoever verifies to see. */
        private static boolean isAboutPiece(String text) {
            try {
                return Leaf.parse(text).type().isAboutPiece();
            } catch (RuntimeException _) {
                return false;
            }
        }
    }

    /** @param hashes from the leaf up @param root of the first {@code size} leaves; the checkpoint of that size must say the same */
    record ProofView(long index, long size, String leafHash, List<String> hashes, String root) {}

    /** The newest checkpoint, a C2SP signed note. */
    @GetMapping(path = "/ledger/checkpoint", produces = PLAIN)
    ResponseEntity<String> checkpoint() {
        return plain(newest().note());
    }

    /** A checkpoint of before, by its size: who follows the log through a change of keys needs the one that hands over. */
    @GetMapping(path = "/ledger/checkpoints/{size}", produces = PLAIN)
    ResponseEntity<String> checkpoint(@PathVariable String size) {
        return plain(ledger.checkpoint(place(size)).orElseThrow(LedgerApi::notThere).note());
    }

    /** The keys that sign now, C2SP verifier keys, Ed25519 first. */
    @GetMapping(path = "/ledger/key", produces = PLAIN)
    ResponseEntity<String> key() {
        return plain(LogKeys.lines(keysNow()));
    }

    /** All keys there ever were, each behind the size from which it signs. */
    @GetMapping(path = "/ledger/keys", produces = PLAIN)
    ResponseEntity<String> keys() {
        return plain(ledger.keys().orElseThrow(LedgerApi::notYet).history());
    }

    /** The Ed25519 key for OpenSSL. */
    @GetMapping(path = "/ledger/key.pem", produces = PLAIN)
    ResponseEntity<String> pem() {
        return plain(keysNow().getFirst().pem());
    }

    /** The SM2 key for OpenSSL. */
    @GetMapping(path = "/ledger/key-sm2.pem", produces = PLAIN)
    ResponseEntity<String> sm2Pem() {
        return plain(keysNow().stream().filter(key -> key.type() == KeyType.SM2).findFirst().orElseThrow(LedgerApi::notYet).pem());
    }

    /** The proof of one edition, also of one that was withdrawn: its leaf stays. */
    @GetMapping(path = "/ledger/proof/{disclosure}/{edition}", produces = PLAIN)
    ResponseEntity<String> proof(@PathVariable UUID disclosure, @PathVariable int edition) {
        var entry = ledger.ofSubject(disclosure).stream().filter(found -> found.leaf().publishes(edition)).findFirst()
                .orElseThrow(LedgerApi::notThere);
        return tlogProof(entry.index());
    }

    /** The proof of any entry, as of a receipt. */
    @GetMapping(path = "/ledger/proof/{index}", produces = PLAIN)
    ResponseEntity<String> proofOf(@PathVariable String index) {
        return tlogProof(place(index));
    }

    private ResponseEntity<String> tlogProof(long index) {
        return plain(ledger.inclusion(index).orElseThrow(LedgerApi::notThere).text());
    }

    private static ResponseEntity<String> plain(String text) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(MediaType.parseMediaType(PLAIN)).body(text);
    }

    /** Those that signed the newest checkpoint. */
    private List<VerifierKey> keysNow() {
        return ledger.keys().orElseThrow(LedgerApi::notYet).at(newest().size());
    }

    /** The log from its beginning. @param after the index of the last entry already known; {@code next} is the following one's */
    @GetMapping("/api/v1/ledger/entries")
    Keyset<EntryView> entries(@RequestParam(required = false) @Nullable String after,
                              @RequestParam(required = false) @Nullable Integer limit) {
        int most = Keyset.limit(limit, 100);
        long from = after == null || after.isBlank() ? 0 : place(after) + 1;
        var entries = ledger.lines(from, most + 1);
        var items = entries.stream().limit(most).map(EntryView::of).toList();
        return new Keyset<>(items, entries.size() > most ? Long.toString(items.getLast().index()) : null);
    }

    /** The proof that the leaf at {@code index} is in the tree of {@code size} leaves, by default the newest checkpoint's. */
    @GetMapping("/api/v1/ledger/proof/{index}")
    ProofView proof(@PathVariable String index, @RequestParam(required = false) @Nullable String size) {
        long covered = newest().size();
        long leaves = size == null ? covered : place(size);
        long place = place(index);
        if (leaves > covered || place >= leaves) {
            throw notThere();
        }
        return ledger.tree(leaves, tree -> new ProofView(place, leaves, Digests.hex(tree.leafHash(place)),
                tree.inclusion(place).stream().map(Digests::hex).toList(), Digests.hex(tree.root())));
    }

    private SignedCheckpoint newest() {
        return ledger.latestCheckpoint().orElseThrow(LedgerApi::notYet);
    }

    private static long place(String text) {
        if (!text.matches(PLACE)) {
            throw notThere();
        }
        return Long.parseLong(text);
    }

    private static Refusal notThere() {
        return Refusal.notFound("公开账本里没有这一条：序号从0开始，小于已签名的条数。");
    }

    private static Refusal notYet() {
        return new Refusal(Refusal.Reason.UNAVAILABLE, "公开账本正在启用，请稍后再试。");
    }
}
