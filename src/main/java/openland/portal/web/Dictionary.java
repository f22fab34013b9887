package openland.portal.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.catalogue.CommonHead;
import openland.catalogue.Item;
import openland.form.Choice;
import openland.form.Field;
import openland.form.PublicMode;
import openland.form.SheetWriter;

/** What each field of an item is (数据字典): name, label, type, unit, whether it is required and shown, its choices, an example. */
public record Dictionary(Item item, List<Line> lines) {
    private static final List<String> HEADS = List.of("名称", "标签", "类型", "单位", "必填", "公开方式", "可选的值", "例子", "说明");

    /** What only a piece has that does not become public. */
    private static final Set<String> NEVER_PUBLIC = Set.of(CommonHead.ACCESS_GROUND, CommonHead.ACCESS_BASIS);

    /** @param name {@code table.column} of a column */
    public record Line(String name, String label, String type, String unit, boolean required, String shown, String choices, String example, String help) {}

    static Dictionary of(Item item) {
        var lines = new ArrayList<Line>();
        var head = item.head().fields().stream().filter(field -> !NEVER_PUBLIC.contains(field.name()));
        Stream.concat(head, item.fields().fields().stream()).forEach(field -> {
            lines.add(line(field.name(), field, field.mode()));
            field.columns().forEach(column -> lines.add(line(field.name() + "." + column.name(), column,
                    field.mode() == PublicMode.HIDDEN ? PublicMode.HIDDEN : column.mode())));
        });
        return new Dictionary(item, lines);
    }

    private static Line line(String name, Field field, PublicMode mode) {
        return new Line(name, field.label(), field.type().name(), field.unit(), field.required(), switch (mode) {
            case SHOWN -> "公开";
            case MASKED -> "隐去后公开";
            case HIDDEN -> "不公开";
        }, field.choices().stream().map(Choice::label).collect(Collectors.joining("、")), field.example(), field.help());
    }

    void write(SheetWriter sheet) throws IOException {
        sheet.begin("数据字典", HEADS);
        for (var line : lines) {
            sheet.row(List.of(line.name(), line.label(), line.type(), line.unit(), line.required() ? "是" : "否", line.shown(), line.choices(),
                    line.example(), line.help()));
        }
    }
}
