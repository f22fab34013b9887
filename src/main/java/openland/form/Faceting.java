package openland.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes of what the public sees of a piece that by which it can be filtered. Nothing comes of what is masked or hidden. */
public final class Faceting {
    /** A value longer than this is a text and not a heading under which one looks. */
    public static final int LONGEST = 200;
    private static final BigDecimal FOR_EVER = day(LocalDate.of(9999, 12, 31));

    private Faceting() {}

    /** A field, or the column of a table, by which the list of an item can be filtered. @param path see {@link FacetEntry#field()} */
    public record Declared(String path, Field field) {}

    /** Those of a form, in its order. */
    public static List<Declared> declared(Form form) {
        return form.fields().stream().flatMap(field -> Stream.concat(
                Stream.of(new Declared(field.name(), field)),
                field.columns().stream().map(column -> new Declared(field.name() + "." + column.name(), column)))
                .filter(declared -> declared.field().facet() != null && field.mode() != PublicMode.HIDDEN
                        && declared.field().mode() != PublicMode.HIDDEN)).toList();
    }

    /** What the published values of a form offer, each once. */
    public static List<FacetEntry> entries(Form form, List<Shown> shown) {
        Map<String, JsonNode> values = shown.stream().collect(Collectors.toMap(Shown::name, Shown::value, (first, _) -> first));
        return declared(form).stream().flatMap(declared -> values(declared, values).stream()
                .flatMap(value -> entry(declared, value).stream())).distinct().toList();
    }

    private static List<JsonNode> values(Declared declared, Map<String, JsonNode> values) {
        int dot = declared.path().indexOf('.');
        var value = values.get(dot < 0 ? declared.path() : declared.path().substring(0, dot));
        if (value == null || dot < 0) {
            return value == null ? List.of() : List.of(value);
        }
        int column = TableShape.columns(value).stream().map(TableShape.Column::name).toList().indexOf(declared.field().name());
        var cells = new ArrayList<JsonNode>();
        for (var row : value.path("rows").values()) {
            var cell = column < 0 ? null : row.get(column);
            if (cell != null && !cell.isNull()) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static Optional<FacetEntry> entry(Declared declared, JsonNode value) {
        return declared.field().facet() == Facet.RANGE
                ? stretch(declared.field().type(), value).map(ends -> FacetEntry.of(declared.path(), ends.low(), ends.high()))
                : named(declared, value);
    }

    /** An organisation is not masked even where a person would be; any other value of a masked field is left out. */
    private static Optional<FacetEntry> named(Declared declared, JsonNode value) {
        var type = declared.field().type();
        if (type instanceof PartyType) {
            return value.path("kind").asString("").equals("organization") ? entry(declared.path(), value.path("name").asString("")) : Optional.empty();
        }
        if (declared.field().mode() == PublicMode.MASKED) {
            return Optional.empty();
        }
        if (type instanceof DivisionType || type instanceof OfficeType) {
            var code = value.path("code").asString("");
            return code.isEmpty() ? Optional.empty() : Optional.of(FacetEntry.of(declared.path(), code, type.text(value)));
        }
        return entry(declared.path(), type.text(value));
    }

    private static Optional<FacetEntry> entry(String path, String text) {
        return text.isBlank() || text.length() > LONGEST ? Optional.empty() : Optional.of(FacetEntry.of(path, text, text));
    }

    private record Ends(BigDecimal low, BigDecimal high) {
        static Ends at(BigDecimal number) {
            return new Ends(number, number);
        }
    }

    /** What an amount is in the measure of {@link FacetEntry#low()}. */
    static Optional<BigDecimal> amount(FieldType type, JsonNode value) {
        return stretch(type, value).map(Ends::low);
    }

    private static Optional<Ends> stretch(FieldType type, JsonNode value) {
        return switch (type) {
            case MoneyType _, NumberType _ -> Decimals.in(value.isObject() ? value.path("value") : value).map(Decimals.Said::number).map(Ends::at);
            case AreaType _ -> AreaType.squareMetres(value).map(Ends::at);
            case DateType _ -> day(value).map(Ends::at);
            case DateRangeType _ -> day(value.path("from")).map(from -> new Ends(from, day(value.path("to")).orElse(FOR_EVER)));
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> day(JsonNode value) {
        return value.isString() && DateType.isDay(value) ? Optional.of(day(LocalDate.parse(value.asString()))) : Optional.empty();
    }

    private static BigDecimal day(LocalDate date) {
        return BigDecimal.valueOf(date.toEpochDay());
    }

    /** What somebody typed as an end of a range, in the measure of {@link FacetEntry#low()}. @throws IllegalArgumentException with the reason */
    public static BigDecimal end(Field field, String typed) {
        var type = field.type() instanceof DateRangeType ? new DateType() : field.type();
        var anyAmount = new Field(field.name(), field.label(), type, false, PublicMode.SHOWN, null,
                Traits.NONE.withMeasure(new Measure(field.measure().unit(), type instanceof NumberType ? Measure.MOST_DECIMALS : 0, null, null,
                        field.mayBeNegative())));
        return switch (type.read(JsonNodeFactory.instance.stringNode(typed), anyAmount)) {
            case FieldType.Reading.Value(var value) -> stretch(type, value).orElseThrow().low();
            case FieldType.Reading.Wrong(var sentence) -> throw new IllegalArgumentException(sentence);
            case FieldType.Reading.Partly _ -> throw new IllegalArgumentException("“" + typed + "”看不懂。");
        };
    }

    /** Whether the ends are days. */
    public static boolean isTime(Field field) {
        return field.type() instanceof DateType || field.type() instanceof DateRangeType;
    }
}
