package openland.office.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import openland.base.Refusal;
import openland.office.Post;
import openland.office.Roster;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The list of officers and posts as a spreadsheet: one officer a row, all cells text, never a password. */
final class RosterSheet {
    private static final List<String> HEAD = List.of("用户名", "姓名", "所在机构代码", "岗位", "状态");
    private static final List<List<String>> EXAMPLES = List.of(
            List.of("zhang.san", "张三", "QHX-ZRZY", "拟稿岗", "在用"),
            List.of("li.si", "李四", "QHX-ZRZY", "保密审查岗、分管领导", "在用"),
            List.of("wang.wu", "王五", "QHX-ZRZY", "拟稿岗、保密审查岗@QHX-DCZX", "在用"),
            List.of("zhao.liu", "赵六", "QHX-ZRZY", "", "停用"));
    /** Inflated; a list of 5,000 rows has less than 3 MB. */
    private static final long LARGEST = 30L << 20;
    private static final int[] WIDTHS = {18, 14, 20, 40, 10};

    private RosterSheet() {}

    static byte[] write(List<Roster.Row> rows) {
        return book(rows.stream().map(row -> List.of(row.name(), row.displayName(), row.office(), row.posts(), row.state())).toList(), false);
    }

    /** An empty list with a second sheet that explains it. */
    static byte[] template() {
        return book(List.of(), true);
    }

    private static byte[] book(List<List<String>> rows, boolean explained) {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            fill(book.createSheet("名册"), rows);
            if (explained) {
                var sheet = book.createSheet("示例和说明");
                fill(sheet, EXAMPLES);
                int next = EXAMPLES.size() + 2;
                for (var line : explanation()) {
                    sheet.createRow(next++).createCell(0).setCellValue(line);
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> explanation() {
        var posts = Stream.of(Post.values()).map(Post::label).collect(Collectors.joining("、"));
        return List.of("只读第一张表，最多" + Roster.MOST + "行。名册里没有的账号不受影响。",
                "岗位有：" + posts + "。几个岗位之间用顿号；别的机构的岗位写作“拟稿岗@机构代码”。",
                "岗位写的是本人应有的全部岗位：没有写到的会收回。三员的岗位不与其他岗位同属一人。",
                "状态写“在用”或“停用”，空着是在用。离岗的写“停用”。", "名册里不写密码：新账号的一次性密码在确认时给出。");
    }

    private static void fill(Sheet sheet, List<List<String>> rows) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        cells(sheet.createRow(0), HEAD);
        for (int i = 0; i < rows.size(); i++) {
            cells(sheet.createRow(i + 1), rows.get(i));
        }
        sheet.createFreezePane(0, 1);
    }

    private static void cells(Row row, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            row.createCell(i).setCellValue(values.get(i));
        }
    }

    /** The rows of the first sheet; empty ones are left out. @throws Refusal INVALID when it is no such spreadsheet */
    static List<Roster.Row> read(byte[] file) {
        mustBeSmall(file);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            if (book.getNumberOfSheets() == 0) {
                throw notASheet();
            }
            return rows(book.getSheetAt(0));
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException | IllegalStateException e) {
            throw notASheet();
        }
    }

    private static List<Roster.Row> rows(Sheet sheet) {
        var columns = columns(sheet.getRow(0));
        if (sheet.getLastRowNum() > Roster.MOST * 2) {
            throw Refusal.invalid("名册应有1至" + Roster.MOST + "行，这一份多得多。请删去多余的行。");
        }
        var rows = new ArrayList<Roster.Row>();
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
            var row = sheet.getRow(i);
            if (row != null) {
                var values = HEAD.stream().map(label -> text(row, columns.get(label))).toList();
                if (values.stream().anyMatch(value -> !value.isEmpty())) {
                    rows.add(new Roster.Row(i + 1, values.get(0), values.get(1), values.get(2), values.get(3), values.get(4)));
                }
            }
        }
        return rows;
    }

    private static Map<String, Integer> columns(@Nullable Row head) {
        var columns = new HashMap<String, Integer>();
        if (head != null) {
            head.forEach(cell -> columns.putIfAbsent(new DataFormatter().formatCellValue(cell).strip(), cell.getColumnIndex()));
        }
        var missing = HEAD.stream().filter(label -> !columns.containsKey(label)).toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid("第一行缺少栏目：" + String.join("、", missing) + "。请用模板填写。");
        }
        return columns;
    }

    private static String text(Row row, @Nullable Integer column) {
        return column == null ? "" : new DataFormatter().formatCellValue(row.getCell(column)).strip();
    }

    /** An archive may unpack to much more than it is. */
    private static void mustBeSmall(byte[] file) {
        try (var parts = new ZipInputStream(new ByteArrayInputStream(file))) {
            var buffer = new byte[8192];
            long size = 0;
            while (parts.getNextEntry() != null) {
                for (int read = parts.read(buffer); read >= 0; read = parts.read(buffer)) {
                    size += read;
                    if (size > LARGEST) {
                        throw Refusal.invalid("文件展开后太大，不是一份名册。");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw notASheet();
        }
    }

    private static Refusal notASheet() {
        return Refusal.invalid("这不是可读的XLSX电子表格。请下载模板，填好后另存为XLSX再上传。");
    }
}
