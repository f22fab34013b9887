package openland.office.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.form.Sheet;
import openland.form.SheetReading;
import openland.form.SheetWriter;
import openland.office.Post;
import openland.office.Roster;
import org.jspecify.annotations.Nullable;

/** The list of officers and posts as a spreadsheet: one officer a row, all cells text, never a password. */
final class RosterSheet {
    private static final String TITLE = "名册";
    private static final List<String> HEAD = List.of("用户名", "姓名", "所在机构代码", "岗位", "状态");
    private static final List<List<String>> EXAMPLES = List.of(
            List.of("zhang.san", "张三", "QHX-ZRZY", "拟稿岗", "在用"),
            List.of("li.si", "李四", "QHX-ZRZY", "保密审查岗、分管领导", "在用"),
            List.of("wang.wu", "王五", "QHX-ZRZY", "拟稿岗、保密审查岗@QHX-DCZX", "在用"),
            List.of("zhao.liu", "赵六", "QHX-ZRZY", "", "停用"));

    private RosterSheet() {}

    static byte[] write(List<Roster.Row> rows) {
        return new Sheet(TITLE, HEAD, rows.stream().map(row -> List.<@Nullable Object>of(row.name(), row.displayName(), row.office(),
                row.posts(), row.state())).toList()).xlsx();
    }

    /** An empty list with a second sheet that explains it. */
    static byte[] template() {
        var out = new ByteArrayOutputStream();
        try (var book = SheetWriter.xlsx(out)) {
            book.begin(TITLE, HEAD);
            book.begin("示例和说明", HEAD);
            for (var row : EXAMPLES) {
                book.row(row);
            }
            book.row(List.of());
            for (var line : explanation()) {
                book.row(List.of(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> explanation() {
        var posts = Stream.of(Post.values()).map(Post::label).collect(Collectors.joining("、"));
        return List.of("只读第一张表，最多" + Roster.MOST + "行。名册里没有的账号不受影响。",
                "岗位有：" + posts + "。几个岗位之间用顿号；别的机构的岗位写作“拟稿岗@机构代码”。",
                "岗位写的是本人应有的全部岗位：没有写到的会收回。三员的岗位不与其他岗位同属一人。",
                "状态写“在用”或“停用”，空着是在用。离岗的写“停用”。", "名册里不写密码：新账号的一次性密码在确认时给出。");
    }

    /** The rows of the first sheet; empty ones are left out. @throws Refusal INVALID when it is no such spreadsheet */
    static List<Roster.Row> read(byte[] file) {
        var lines = SheetReading.lines(file);
        var columns = columns(lines.isEmpty() ? List.of() : lines.getFirst().cells());
        return lines.stream().skip(1).map(line -> row(line.number(), HEAD.stream().map(label -> cell(line.cells(), columns.get(label))).toList()))
                .filter(row -> !(row.name() + row.displayName() + row.office() + row.posts() + row.state()).isEmpty()).toList();
    }

    private static Roster.Row row(int number, List<String> values) {
        return new Roster.Row(number, values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
    }

    private static Map<String, Integer> columns(List<String> head) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < head.size(); i++) {
            columns.putIfAbsent(head.get(i).strip(), i);
        }
        var missing = HEAD.stream().filter(label -> !columns.containsKey(label)).toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid("第一行缺少栏目：" + String.join("、", missing) + "。请用模板填写。");
        }
        return columns;
    }

    private static String cell(List<String> cells, @Nullable Integer column) {
        return column == null || column >= cells.size() ? "" : cells.get(column).strip();
    }
}
