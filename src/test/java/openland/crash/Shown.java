package openland.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import openland.ledger.Leaf;
import openland.ledger.LeafType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one process shows after the last crash: its ledger, its list, its search. */
record Shown(long covered, List<Line> ledger, Map<UUID, Piece> list, Map<UUID, Piece> search) {
    /** An entry of the ledger. */
    record Line(long index, @Nullable UUID disclosure, Leaf leaf, String text) {
        boolean is(LeafType type, UUID piece) {
            return leaf.type() == type && piece.equals(disclosure);
        }
    }

    /** A piece in a list. @param ledgerIndex -1 where the list does not say */
    record Piece(String indexNumber, String title, int edition, long ledgerIndex) {}

    static Shown by(Program program, Web web) {
        var ledger = new ArrayList<Line>();
        walk(program, web, "/api/v1/ledger/entries", "items", entry -> ledger.add(new Line(entry.get("index").asLong(),
                entry.path("disclosure").isString() ? UUID.fromString(entry.get("disclosure").asString()) : null,
                Leaf.parse(entry.get("leaf").asString()), entry.get("leaf").asString())));
        return new Shown(Watcher.sizeOf(web.get(program, "/ledger/checkpoint").body()), ledger,
                pieces(program, web, "/api/v1/disclosures", "items"), pieces(program, web, "/api/v1/search", "hits"));
    }

    private static Map<UUID, Piece> pieces(Program program, Web web, String path, String list) {
        var pieces = new HashMap<UUID, Piece>();
        walk(program, web, path, list, row -> {
            var piece = new Piece(row.get("indexNumber").asString(), row.get("title").asString(),
                    row.path("edition").asInt(0), row.path("ledgerIndex").asLong(-1));
            if (pieces.put(UUID.fromString(row.get("id").asString()), piece) != null) {
                throw new IllegalStateException(path + " names twice: " + row);
            }
        });
        return pieces;
    }

    private static void walk(Program program, Web web, String path, String list, Consumer<JsonNode> visitor) {
        var after = "";
        while (true) {
            var page = web.json(program, path + "?limit=200" + after);
            page.get(list).forEach(visitor);
            if (!page.path("next").isString()) {
                return;
            }
            after = "&after=" + java.net.URLEncoder.encode(page.get("next").asString(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** What list and search must name, by the ledger alone: index number and newest edition of each piece. */
    Map<UUID, Line> current() {
        var current = new HashMap<UUID, Line>();
        for (var line : ledger) {
            switch (line.leaf().type()) {
                case PUBLISH, AMEND -> current.put(line.disclosure(), line);
                case WITHDRAW -> {
                    if (line.leaf().edition() == null) {
                        current.remove(line.disclosure());
                    }
                }
                default -> { }
            }
        }
        return current;
    }
}
