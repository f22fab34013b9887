package openland.drafting;

import java.util.Map;
import java.util.UUID;
import openland.catalogue.Catalogue;
import openland.catalogue.Examples;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Publishes a piece of any item from a desk: its fields as the pack's examples say, save those that a test names. */
public final class Filling {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final JsonMapper json = new JsonMapper();
    private final Catalogue catalogue;

    public Filling(ApplicationContext context) {
        catalogue = context.getBean(Catalogue.class);
    }

    /** @param said field → value, {@code table.column} for all rows; null leaves it out. As JSON or as typed */
    public ObjectNode piece(Desk desk, String item, Map<String, String> said) {
        var piece = desk.piece(item).put("item", item).put("producedOn", "2026-11-02").put("documentNumber", "青自然资〔2026〕" + Math.abs(UUID.randomUUID().hashCode()) % 9000 + "号");
        var fields = piece.putObject("fields");
        var declared = catalogue.byId(item).orElseThrow().fields();
        Examples.of(declared, NODES.nullNode(), NODES.nullNode()).forEach((name, value) -> {
            if (!declared.field(name).orElseThrow().type().name().matches("piece|files?|office")) {
                fields.set(name, value);
            }
        });
        said.forEach((path, value) -> {
            var parts = path.split("\\.", 2);
            if (parts.length == 1) {
                fields.set(path, read(value));
            } else {
                fields.get(parts[0]).forEach(row -> ((ObjectNode) row).set(parts[1], read(value)));
            }
        });
        return piece;
    }

    public UUID publish(Desk desk, String item, Map<String, String> said) {
        return publish(desk, piece(desk, item, said));
    }

    /** The whole way, whoever must sign. */
    public UUID publish(Desk desk, ObjectNode piece) {
        var id = desk.save(piece);
        for (int moves = 0; moves < 12; moves++) {
            for (var officer : new openland.office.Officer[] {desk.drafter, desk.secrecy, desk.leader, desk.head}) {
                var forward = desk.look(id, officer).forward();
                if (forward.isPresent()) {
                    var done = desk.move(id, forward.get(), officer).draft().disclosure();
                    if (done != null) {
                        return done;
                    }
                    break;
                }
            }
        }
        throw new IllegalStateException("Nobody can move " + id);
    }

    private JsonNode read(String value) {
        return value.startsWith("{") || value.startsWith("[") ? json.readTree(value) : NODES.stringNode(value);
    }
}
