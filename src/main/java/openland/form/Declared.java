package openland.form;

import java.util.Optional;
import java.util.Set;

/** Which traits go with which type. A key that would have no effect is a fault: somebody meant something by it. */
final class Declared {
    private static final Set<String> WITH_CHOICES = Set.of("choice", "text", "date", "date-range");
    private static final Set<String> WITH_SIGN = Set.of("money", "number");
    private static final Set<String> WITH_ENDS = Set.of("money", "number", "area");
    private static final Set<String> WITH_UNIT = Set.of("number", "area");
    private static final Set<String> BY_VALUE = Set.of("choice", "division", "office", "text", "party", "document-number");
    private static final Set<String> BY_RANGE = Set.of("money", "number", "area", "date", "date-range");
    private static final Set<String> NO_COLUMN = Set.of("rich-text", "table", "files");
    private static final int MOST_COLUMNS = 60;

    private Declared() {}

    /** What is wrong, as the end of a sentence that begins with the field. */
    static Optional<String> fault(FieldType type, PublicMode mode, Traits traits) {
        var name = type.name();
        if (name.equals("choice") && traits.choices().isEmpty()) {
            return Optional.of("是选择项，却没有列出可选的值。");
        }
        if (!traits.choices().isEmpty() && !WITH_CHOICES.contains(name)) {
            return Optional.of("是" + name + "类型，不能有choices。");
        }
        return measure(name, traits.measure()).or(() -> facet(name, mode, traits)).or(() -> table(name, traits));
    }

    private static Optional<String> measure(String type, Measure measure) {
        if (measure.mayBeNegative() && !WITH_SIGN.contains(type)) {
            return Optional.of("是" + type + "类型，不能有negative。");
        }
        if (measure.decimals() > 0 && !type.equals("number")) {
            return Optional.of("是" + type + "类型，不能有decimals。");
        }
        if ((measure.least() != null || measure.most() != null) && !WITH_ENDS.contains(type)) {
            return Optional.of("是" + type + "类型，不能有least、most。");
        }
        if (!measure.unit().isEmpty() && !WITH_UNIT.contains(type)) {
            return Optional.of("是" + type + "类型，不能有unit。");
        }
        if (type.equals("area") && !measure.unit().isEmpty() && AreaType.Unit.labelled(measure.unit()).isEmpty()) {
            return Optional.of("的面积单位应是公顷、亩或平方米。");
        }
        return Optional.empty();
    }

    private static Optional<String> facet(String type, PublicMode mode, Traits traits) {
        var facet = traits.facet();
        if (facet == null) {
            return Optional.empty();
        }
        if (mode == PublicMode.HIDDEN) {
            return Optional.of("不公开，不能用来筛选。");
        }
        return (facet == Facet.VALUE ? BY_VALUE : BY_RANGE).contains(type) ? Optional.empty()
                : Optional.of("是" + type + "类型，不能按" + facet.code() + "筛选。");
    }

    private static Optional<String> table(String type, Traits traits) {
        var columns = traits.columns();
        if (!type.equals("table")) {
            return columns.isEmpty() && traits.rows() == Traits.MOST_ROWS ? Optional.empty() : Optional.of("不是表格，不能有columns、rows。");
        }
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            return Optional.of("是表格，应有1到" + MOST_COLUMNS + "列。");
        }
        if (!traits.example().isEmpty()) {
            return Optional.of("是表格，例子请写在各列。");
        }
        var nested = columns.stream().filter(column -> NO_COLUMN.contains(column.type().name())).findFirst();
        if (nested.isPresent()) {
            return Optional.of("的“" + nested.get().label() + "”是" + nested.get().type().name() + "类型，不能作表格的列。");
        }
        return columns.stream().map(Field::name).distinct().count() < columns.size()
                || columns.stream().map(Field::label).distinct().count() < columns.size() ? Optional.of("有两列同名。") : Optional.empty();
    }
}
