package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import openland.base.CanonicalJson;
import openland.base.Digests;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the log keeps of one event, for ever: no title, no name, no file name, no content. The format is final; its
 * canonical JSON (RFC 8785) is what the tree hashes, absent members are left out.
 *
 * @param type        what happened
 * @param issuer      the code of the office that acted
 * @param indexNumber the piece's 索引号; required where the leaf is about a piece
 * @param edition     the edition, from 1; absent in a withdrawal it means the whole piece
 * @param time        when, UTC, whole milliseconds (anything finer is cut off)
 * @param previous    the index of the piece's previous leaf; the ledger fills it in
 * @param commitment  to the published projection; absent in a withdrawal
 * @param keys        only in a change of keys
 */
public record Leaf(LeafType type, String issuer, @Nullable String indexNumber, @Nullable Integer edition, Instant time,
                   @Nullable Long previous, @Nullable Commitment commitment, @Nullable NewKeys keys) {
    /**
     * The keys that sign from a size on. The checkpoint of the size before it covers this leaf and is signed with the old ones.
     *
     * @param from  the size of the first checkpoint that they sign
     * @param lines C2SP verifier keys
     */
    public record NewKeys(long from, List<String> lines) {
        public NewKeys {
            mustBeExact(from);
        }
    }

    /** The largest whole number that JSON keeps exactly everywhere (RFC 8785, RFC 7493). */
    private static final long MOST_EXACT = (1L << 53) - 1;
    private static final byte[] LEAF_PREFIX = {0};
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public Leaf {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        if (issuer.isBlank()) {
            throw new IllegalArgumentException("A leaf names its issuer.");
        }
        if (type.isAboutPiece() && (indexNumber == null || indexNumber.isBlank())) {
            throw new IllegalArgumentException("A leaf about a piece names its index number.");
        }
        if (edition != null && edition < 1) {
            throw new IllegalArgumentException("Editions count from 1.");
        }
        if (previous != null) {
            mustBeExact(previous);
        }
    }

    private static void mustBeExact(long index) {
        if (index < 0 || index > MOST_EXACT) {
            throw new IllegalArgumentException("No index of a log: " + index);
        }
    }

    /** A leaf that has no place in the log yet. */
    public static Leaf of(LeafType type, String issuer, @Nullable String indexNumber, @Nullable Integer edition,
                          Instant time, @Nullable Commitment commitment) {
        return new Leaf(type, issuer, indexNumber, edition, time, null, commitment, null);
    }

    /** A change of keys that has no place in the log yet. */
    static Leaf ofKeys(String issuer, Instant time, NewKeys keys) {
        return new Leaf(LeafType.KEY_CHANGE, issuer, null, null, time, null, null, keys);
    }

    /** The same leaf, following the one at {@code index}. */
    Leaf after(@Nullable Long index) {
        return new Leaf(type, issuer, indexNumber, edition, time, index, commitment, keys);
    }

    /** Whether it says that this edition of its piece became public. */
    public boolean publishes(int number) {
        return switch (type) {
            case PUBLISH, AMEND, RECEIVED -> (edition == null ? 1 : edition) == number;
            default -> false;
        };
    }

    /** Canonical JSON (RFC 8785): what goes into the log. */
    public String canonical() {
        var members = new HashMap<String, Object>();
        members.put("type", type.json());
        members.put("issuer", issuer);
        members.put("time", TIME.format(time));
        putIfPresent(members, "indexNumber", indexNumber);
        putIfPresent(members, "edition", edition);
        putIfPresent(members, "previous", previous);
        if (commitment != null) {
            members.put("c1", commitment.c1());
            members.put("c2", commitment.c2());
        }
        if (keys != null) {
            members.put("from", keys.from());
            members.put("keys", keys.lines());
        }
        return CanonicalJson.of(members);
    }

    /** The leaf hash of RFC 6962: SHA-256(0x00 ‖ canonical JSON). */
    public byte[] hash() {
        return hash(canonical());
    }

    /** The leaf hash of a leaf's canonical text. */
    public static byte[] hash(String canonical) {
        return Digests.sha256(LEAF_PREFIX, canonical.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The leaf that a canonical text says; members unknown here are passed over.
     *
     * @throws IllegalArgumentException when the text is no leaf
     */
    public static Leaf parse(String canonical) {
        try {
            return leaf(JSON.readTree(canonical));
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("Not a leaf: " + e.getMessage(), e);
        }
    }

    private static Leaf leaf(JsonNode json) {
        var commitment = json.has("c1") ? new Commitment(json.required("c1").stringValue(), json.required("c2").stringValue()) : null;
        return new Leaf(LeafType.ofJson(json.required("type").stringValue()), json.required("issuer").stringValue(),
                json.has("indexNumber") ? json.required("indexNumber").stringValue() : null,
                json.has("edition") ? Integer.valueOf(json.required("edition").intValue()) : null,
                Instant.parse(json.required("time").stringValue()),
                json.has("previous") ? Long.valueOf(json.required("previous").longValue()) : null, commitment,
                json.has("keys") ? new NewKeys(json.required("from").longValue(),
                        json.required("keys").valueStream().map(JsonNode::stringValue).toList()) : null);
    }

    private static void putIfPresent(HashMap<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
