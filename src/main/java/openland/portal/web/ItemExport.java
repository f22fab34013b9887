package openland.portal.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Time;
import openland.catalogue.Item;
import openland.disclosure.Selected;
import openland.disclosure.Selecting;
import openland.disclosure.Selection;
import openland.form.Cells;
import openland.form.Field;
import openland.form.PublicMode;
import openland.form.SheetWriter;
import openland.form.Shown;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Gives away the published pieces of an item, as far as they are chosen: a row each, or for each row of one of their tables. */
@Component
class ItemExport {
    private static final List<String> HEADS = List.of("索引号", "文号", "标题", "发布机构", "生成日期", "发布日期", "有效性", "版本", "网址");

    private final Selecting selecting;
    private final SiteUrl site;
    private final JsonMapper json;

    ItemExport(Selecting selecting, SiteUrl site, JsonMapper json) {
        this.selecting = selecting;
        this.site = site;
        this.json = json;
    }

    /** A JSON array of {@link PieceRow}. */
    void json(Selection selection, OutputStream out) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartArray();
            selecting.each(selection, selected -> generator.writePOJO(PieceRow.of(selected, site::of)));
            generator.writeEndArray();
        }
    }

    /** The pieces, and every table on a sheet of its own. */
    void xlsx(Item item, Selection selection, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.xlsx(out)) {
            pieces(item, selection, sheet);
            for (var table : tables(item)) {
                rows(table, selection, sheet);
            }
        }
    }

    /** The pieces, or the rows of one table. */
    void csv(Item item, @Nullable Field table, Selection selection, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.csv(out)) {
            if (table == null) {
                pieces(item, selection, sheet);
            } else {
                rows(table, selection, sheet);
            }
        }
    }

    static Optional<Field> table(Item item, String name) {
        return tables(item).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static List<Field> tables(Item item) {
        return item.fields().fields().stream().filter(field -> field.mode() != PublicMode.HIDDEN && !field.columns().isEmpty()).toList();
    }

    private void pieces(Item item, Selection selection, SheetWriter sheet) throws IOException {
        var fields = item.fields().fields().stream().filter(field -> field.mode() != PublicMode.HIDDEN).toList();
        sheet.begin(item.title(), Stream.concat(HEADS.stream(), fields.stream().map(Cells::head)).toList());
        selecting.each(selection, selected -> {
            var shown = selected.projection().fields().stream().collect(Collectors.toMap(Shown::name, Function.identity(), (first, _) -> first));
            var row = head(selected);
            fields.forEach(field -> row.add(shown.containsKey(field.name()) ? Cells.of(shown.get(field.name())) : null));
            write(sheet, row);
        });
    }

    private void rows(Field table, Selection selection, SheetWriter sheet) throws IOException {
        var columns = table.columns().stream().filter(column -> column.mode() != PublicMode.HIDDEN).toList();
        sheet.begin(table.label(), Stream.concat(Stream.of("索引号", "标题", "行"), columns.stream().map(Cells::head)).toList());
        selecting.each(selection, selected -> selected.projection().fields().stream()
                .filter(field -> field.name().equals(table.name()) && field.isTable()).forEach(field -> {
                    int number = 0;
                    for (var cells : Cells.rows(field, columns)) {
                        var row = new ArrayList<@Nullable Object>(List.of(selected.projection().indexNumber(), selected.projection().title(), ++number));
                        row.addAll(cells);
                        write(sheet, row);
                    }
                }));
    }

    private List<@Nullable Object> head(Selected selected) {
        var shown = selected.projection();
        var row = new ArrayList<@Nullable Object>();
        row.add(shown.indexNumber());
        row.add(shown.documentNumber());
        row.add(shown.title());
        row.add(shown.officeName());
        row.add(shown.producedOn() == null ? null : LocalDate.parse(shown.producedOn()));
        row.add(Time.dateOf(selected.listed().publishedAt()));
        row.add(shown.validity());
        row.add(shown.edition());
        row.add(site.of("/disclosures/" + selected.listed().id()));
        return row;
    }

    private static void write(SheetWriter sheet, List<? extends @Nullable Object> row) {
        try {
            sheet.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
