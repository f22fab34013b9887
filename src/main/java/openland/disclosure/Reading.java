package openland.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Time;
import openland.catalogue.DossierType;
import openland.catalogue.Item;
import openland.form.Shown;
import org.jspecify.annotations.Nullable;

/** Reads of a published edition what packs name by {@code field}, {@code table.column}, or a name of the head. */
final class Reading {
    private final Projection shown;

    Reading(Projection shown) {
        this.shown = shown;
    }

    /**
     * Which rows of a table are about a thing: those that bear its key in the key's own column.
     *
     * @param key     empty when it is not known
     * @param columns the fields that make keys; empty for all rows
     */
    record Thing(String key, List<String> columns) {
        static final Thing ALL = new Thing("", List.of());

        /** What is said of one thing of many is not known where its key is not; of a single row it is. */
        private List<Map<String, Shown>> rows(String table, List<Map<String, Shown>> rows) {
            var column = columns.stream().filter(path -> path.startsWith(table + ".")).map(path -> path.substring(table.length() + 1)).findFirst();
            if (column.isEmpty() || key.isEmpty() && rows.size() == 1) {
                return rows;
            }
            return rows.stream().filter(row -> !key.isEmpty() && Optional.ofNullable(row.get(column.get())).filter(cell -> Item.asKey(cell.text()).equals(key)).isPresent()).toList();
        }
    }

    /** The values under a path; of a column those of the rows about that thing. */
    List<Shown> values(String path, Thing thing) {
        var parts = path.split("\\.", 2);
        if (parts.length == 1) {
            return one(path).stream().toList();
        }
        var rows = one(parts[0]).map(Shown::cells).orElse(List.of());
        return thing.rows(parts[0], rows).stream().map(row -> row.get(parts[1])).filter(Objects::nonNull).toList();
    }

    /** The values, of all rows. */
    List<Shown> values(String path) {
        return values(path, Thing.ALL);
    }

    private Optional<Shown> one(String name) {
        return switch (name) {
            case "documentNumber" -> head(name, "文号", "text", shown.documentNumber());
            case "producedOn" -> head(name, "生成日期", "date", shown.producedOn());
            case "expiresOn" -> head(name, "有效期", "date", shown.expiresOn());
            default -> shown.fields().stream().filter(field -> field.name().equals(name)).findFirst();
        };
    }

    private static Optional<Shown> head(String name, String label, String type, @Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(Shown.of(name, label, type, value));
    }

    /** As text, for people; empty when there is nothing. */
    String text(String path, Thing thing) {
        return values(path, thing).stream().map(Shown::text).distinct().collect(Collectors.joining("、"));
    }

    /** The day under a path (of a stretch the last one), or the day of publication. */
    Optional<LocalDate> day(String path, Thing thing) {
        return path.equals(DossierType.PUBLISHED) ? Optional.of(published())
                : values(path, thing).stream().flatMap(value -> value.lastDay().stream()).max(LocalDate::compareTo);
    }

    /** The day in China on which it became public, here or elsewhere before. */
    LocalDate published() {
        var original = shown.originalPublishedOn();
        return original == null ? Time.dateOf(Instant.parse(shown.publishedAt())) : LocalDate.parse(original);
    }

    /** Whether it has those values. */
    boolean has(Map<String, String> where) {
        return where.entrySet().stream().allMatch(one -> values(one.getKey()).stream().map(Shown::text)
                .anyMatch(text -> !text.isBlank() && (one.getValue().equals("*") || one.getValue().equals(text))));
    }

    /** The keys that the fields make, each once, in order; several fields are joined, and all must be filled in. */
    List<String> keys(List<String> fields) {
        if (fields.size() == 1) {
            return values(fields.getFirst()).stream().map(Shown::text).map(Item::asKey).filter(key -> !key.isEmpty()).distinct().sorted().toList();
        }
        return Item.joined(fields.stream().map(field -> text(field, Thing.ALL)).toList()).stream().toList();
    }

    /** The ids of the pieces that a field names. */
    Stream<String> pieces(String path) {
        return path.isEmpty() ? Stream.empty() : values(path).stream().map(value -> value.value().path("id").asString("")).filter(id -> !id.isEmpty());
    }

    /** Where the thing is: the code of the first division that it names, down to the county; else the region of who publishes it. */
    String region(String otherwise) {
        return shown.fields().stream().filter(field -> field.type().equals("division")).map(field -> field.value().path("code").asString(""))
                .filter(code -> code.length() >= 6).map(code -> code.substring(0, 6)).findFirst().orElse(otherwise);
    }
}
