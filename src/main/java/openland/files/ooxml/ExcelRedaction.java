package openland.files.ooxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.files.CellMark;
import openland.files.CellRedaction;
import openland.files.FileContent;
import openland.files.HiddenWords;
import org.springframework.stereotype.Component;

/**
 * Covers cells of an Excel workbook. Of the rest only cells stay: no formulas, charts, pictures, filters, links or names,
 * because each of them may repeat what is covered.
 */
@Component
final class ExcelRedaction implements CellRedaction {
    private static final int SHORTEST_NUMBER = 6;
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/.*");

    private final Xlsx workbooks = new Xlsx();

    @Override
    public Set<String> types() {
        return Set.of(Xlsx.TYPE);
    }

    @Override
    public Result redact(Path file, String type, List<CellMark> marks, OutputStream out) throws IOException {
        mustBeSheets(file, marks);
        var words = new HiddenWords();
        var cover = new ExcelCover(marks, words);
        var copy = new ByteArrayOutputStream();
        OfficeFormat.walk(file, pack -> new ExcelFamily(pack, cover), new Sweep(true), copy);
        if (cover.cells() == 0) {
            throw Refusal.invalid("要遮盖的单元格里没有内容，请核对工作表和位置。");
        }
        var written = Files.createTempFile("openland-cells", ".xlsx");
        try {
            Files.write(written, copy.toByteArray());
            prove(written, marks, words);
        } finally {
            Files.deleteIfExists(written);
        }
        out.write(copy.toByteArray());
        return new Result(words.left(), cover.cells());
    }

    private static void mustBeSheets(Path file, List<CellMark> marks) throws IOException {
        try (var pack = OpenPackage.open(file)) {
            var names = new ExcelFamily(pack).names();
            marks.stream().map(CellMark::sheet).filter(sheet -> !names.contains(sheet)).findFirst().ifPresent(sheet -> {
                throw Refusal.invalid("没有叫“" + sheet + "”的工作表，有的是：" + String.join("、", names) + "。");
            });
        }
    }

    private static Refusal fails(String why) {
        return new Refusal(Reason.UNPROCESSABLE, "遮盖后的表格没有通过检查，没有保存：" + why);
    }

    /** Reads the copy as a stranger would. */
    private void prove(Path copy, List<CellMark> marks, HiddenWords words) throws IOException {
        if (!workbooks.hidden(copy, Xlsx.TYPE).isEmpty()) {
            throw fails("里面还有隐藏的内容。");
        }
        var again = new ExcelCover(marks, new HiddenWords());
        OfficeFormat.walk(copy, pack -> new ExcelFamily(pack, again), new Sweep(true), OutputStream.nullOutputStream());
        if (again.cells() > 0) {
            throw fails("有标记的单元格没有遮盖。");
        }
        var content = workbooks.read(copy, Xlsx.TYPE);
        var shown = HiddenWords.plain(content.text());
        for (FileContent.Part part : content.parts()) {
            words.look(part.text(), part.place());
            words.look(part.place(), "工作表的名称");
        }
        try (var pack = OpenPackage.open(copy)) {
            for (var name : pack.names()) {
                mustNotSay(pack, name, shown, words);
            }
        }
    }

    /** What is not seen may not say a hidden word; nor may a string that no cell shows. */
    private static void mustNotSay(OpenPackage pack, String name, String shown, HiddenWords words) throws IOException {
        if (!name.endsWith(".xml")) {
            return;
        }
        try (var in = pack.stream(name)) {
            var root = XmlReader.read(in, element -> !element.is("x:row") && !element.is("x:headerFooter")).root();
            var said = root.all().filter(element -> !element.is("x:sheet"))
                    .flatMap(element -> Stream.concat(element.keys().stream().map(element::attr), element.content().stream().filter(String.class::isInstance).map(String.class::cast)))
                    .map(HiddenWords::plain).collect(Collectors.toSet());
            boolean strings = name.endsWith("sharedStrings.xml");
            words.all().stream().filter(word -> isTelling(word) && said.stream().anyMatch(piece -> piece.contains(word)))
                    .filter(word -> !strings || !shown.contains(word)).findFirst().ifPresent(word -> {
                        throw fails((SHEET.matcher(name).matches() ? "工作表的设置" : "工作簿的设置") + "（" + name + "）里还有“" + word + "”，请先在原件里改好。");
                    });
        }
    }

    /** Short numbers are met everywhere. */
    private static boolean isTelling(String word) {
        return HiddenWords.isTelling(word) && (word.length() >= SHORTEST_NUMBER || !word.chars().allMatch(Character::isDigit));
    }
}
