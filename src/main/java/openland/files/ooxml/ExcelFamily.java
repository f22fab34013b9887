package openland.files.ooxml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;

/** The parts of an Excel workbook. */
final class ExcelFamily implements Family {
    static final PartKind MAIN = PartKind.of("officeDocument", "xl/workbook.xml", "spreadsheetml.sheet.main", "x:workbook");
    private static final Map<String, PartKind> KINDS = Stream.concat(Drawings.kinds("xl"), Stream.of(
            PartKind.of("worksheet", "xl/worksheets/sheet%d.xml", "spreadsheetml.worksheet", "x:worksheet"),
            PartKind.of("chartsheet", "xl/chartsheets/sheet%d.xml", "spreadsheetml.chartsheet", "x:chartsheet"),
            PartKind.always("styles", "xl/styles.xml", "spreadsheetml.styles", "x:styleSheet"),
            PartKind.always("sharedStrings", "xl/sharedStrings.xml", "spreadsheetml.sharedStrings", "x:sst"),
            PartKind.of("drawing", "xl/drawings/drawing%d.xml", "drawing", "xdr:wsDr"),
            PartKind.of("table", "xl/tables/table%d.xml", "spreadsheetml.table", "x:table")))
            .collect(Collectors.toUnmodifiableMap(PartKind::relation, Function.identity()));

    /** What may repeat the words of a cell. */
    private static final Set<String> REPEATING = Set.of("drawing", "chartsheet", "table");

    private final OpenPackage pack;
    private final ExcelStyles styles;
    private final ExcelStrings strings;
    /** By the name of the part: what the sheet is called. */
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Set<String> hiddenSheets = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Map<String, ExcelRows.Hints> hints = new HashMap<>();
    private final Map<String, ExcelSheet> swept = new LinkedHashMap<>();
    private final ExcelCover cover;
    private String here = "工作簿";
    private boolean reading;

    ExcelFamily(OpenPackage pack) throws IOException {
        this(pack, ExcelCover.NONE);
    }

    ExcelFamily(OpenPackage pack, ExcelCover cover) throws IOException {
        this.pack = pack;
        this.cover = cover;
        var main = pack.relations("").stream().filter(relation -> relation.type().equals("officeDocument")).findFirst()
                .orElseThrow(OpenPackage::damaged).target();
        if (!pack.has(main)) {
            throw OpenPackage.damaged();
        }
        var workbook = pack.tree(main).root();
        var relations = pack.relations(main).stream().filter(relation -> !relation.external() && pack.has(relation.target()))
                .collect(Collectors.toMap(Relation::id, Function.identity(), (one, other) -> one));
        for (var sheet : workbook.all("x:sheet")) {
            var relation = relations.get(sheet.attr("r:id"));
            if (relation != null) {
                sheets.put(relation.target(), sheet.attr("name"));
                if (sheet.attr("state").toLowerCase(java.util.Locale.ROOT).endsWith("hidden")) {
                    hiddenSheets.add(relation.target());
                }
            }
        }
        var byType = relations.values().stream().collect(Collectors.toMap(Relation::type, Relation::target, (one, other) -> one));
        boolean from1904 = Set.of("1", "true").contains(workbook.attrAt("date1904", "x:workbookPr"));
        styles = new ExcelStyles(root(byType.get("styles")), root(byType.get("theme")), from1904);
        strings = new ExcelStrings(styles);
        var shared = byType.get("sharedStrings");
        if (shared != null) {
            try (var in = pack.stream(shared)) {
                XmlReader.read(in, element -> !element.is("x:si") || taken(element));
            }
        }
    }

    private boolean taken(Xml item) {
        strings.add(item);
        return false;
    }

    private Optional<Xml> root(@org.jspecify.annotations.Nullable String part) throws IOException {
        return part == null ? Optional.empty() : Optional.of(pack.tree(part).root());
    }

    @Override
    public void reads() {
        reading = true;
    }

    boolean reading() {
        return reading;
    }

    OpenPackage pack() {
        return pack;
    }

    ExcelStyles styles() {
        return styles;
    }

    ExcelStrings strings() {
        return strings;
    }

    String sheet(String source) {
        return "工作表“" + sheets.getOrDefault(source, "") + "”";
    }

    String name(String source) {
        return sheets.getOrDefault(source, "");
    }

    /** Names of the sheets that readers see. */
    List<String> names() {
        return sheets.entrySet().stream().filter(sheet -> !hiddenSheets.contains(sheet.getKey())).map(Map.Entry::getValue).toList();
    }

    ExcelCover cover() {
        return cover;
    }

    boolean isHidden(String source) {
        return hiddenSheets.contains(source);
    }

    boolean hasVisible() {
        return hiddenSheets.size() < sheets.size();
    }

    /** Names of the sheets that readers do not see. */
    List<String> hiddenNames() {
        return hiddenSheets.stream().map(source -> sheets.getOrDefault(source, "")).toList();
    }

    void leaveOut(String source) {
        leftOut.add(source);
    }

    ExcelRows.Hints hints(String source) {
        return hints.computeIfAbsent(source, any -> new ExcelRows.Hints());
    }

    ExcelSheet swept(Part part) {
        var sheet = swept.get(part.source());
        if (sheet == null) {
            throw new IllegalStateException(part.source());
        }
        return sheet;
    }

    @Override
    public String folder() {
        return "xl";
    }

    @Override
    public String label() {
        return "Excel工作簿（xlsx）";
    }

    @Override
    public PartKind main() {
        return MAIN;
    }

    @Override
    public Optional<PartKind> kind(PartKind from, Relation relation) {
        boolean repeats = cover.isOn() && REPEATING.contains(relation.type());
        return repeats ? Optional.empty() : Optional.ofNullable(KINDS.get(relation.type()));
    }

    @Override
    public boolean leavesOut(PartKind from, Relation relation) {
        return leftOut.contains(relation.target());
    }

    @Override
    public boolean streams(PartKind kind) {
        return kind.relation().equals("worksheet") || kind.relation().equals("sharedStrings");
    }

    @Override
    public XmlReader.Tree skeleton(OpenPackage from, String name) throws IOException {
        try (var in = from.stream(name)) {
            return XmlReader.read(in, element -> !element.is("x:si") && !hints(name).notes(element));
        }
    }

    @Override
    public String place(Part part) {
        return switch (part.kind().relation()) {
            case "officeDocument" -> "工作簿";
            case "worksheet", "chartsheet" -> {
                here = sheet(part.source());
                yield here;
            }
            case "drawing", "table" -> here;
            case "styles" -> "单元格样式";
            case "sharedStrings" -> "字符串";
            default -> Drawings.place(part);
        };
    }

    @Override
    public void sweep(Part part, Sweep sweep) throws IOException {
        switch (part.kind().relation()) {
            case "officeDocument" -> new ExcelWorkbook(this, part, sweep).sweep();
            case "worksheet", "chartsheet" -> {
                var sheet = new ExcelSheet(this, part, sweep);
                sheet.sweep();
                swept.put(part.source(), sheet);
            }
            case "table" -> ExcelSheet.table(part.root(), sweep, here);
            case "styles" -> ExcelWorkbook.styles(part.root(), sweep);
            case "drawing" -> Slides.shapes(part.root(), "xdr", part, sweep, here, Backdrop.UNKNOWN);
            case "sharedStrings" -> { }
            default -> Drawings.sweep(part, sweep, Drawings.place(part));
        }
    }

    @Override
    public void stream(Part part, Sweep sweep, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var writer = new XmlWriter(text, part.root());
        var prefixes = new TreeSet<>(Set.of("x", "r"));
        part.root().all().forEach(element -> Stream.concat(Stream.of(element.name()), element.keys().stream())
                .filter(name -> name.contains(":")).map(name -> name.substring(0, name.indexOf(':'))).forEach(prefixes::add));
        writer.begin(part.root(), prefixes);
        try {
            if (part.kind().relation().equals("sharedStrings")) {
                strings(part, sweep, writer);
            } else {
                swept(part).write(writer);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.close(part.root());
        text.flush();
    }

    private void strings(Part part, Sweep sweep, XmlWriter writer) throws IOException {
        int[] index = {0};
        try (var in = pack.stream(part.source())) {
            XmlReader.read(in, element -> {
                if (!element.is("x:si")) {
                    return true;
                }
                Scrubbing.of(element, sweep, "字符串");
                piece(writer, strings.clean(element, index[0]++, sweep));
                return false;
            });
        }
    }

    static void piece(XmlWriter writer, Object piece) {
        try {
            writer.piece(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Refusal tooMany() {
        return Refusal.invalid("工作簿超过200万个有内容的单元格，请拆分后再传。");
    }
}
