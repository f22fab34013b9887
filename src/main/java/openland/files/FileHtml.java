package openland.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openland.files.FileContent.Block;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Part;
import openland.files.FileContent.Table;

/** What can be read of a file as one running text: pages are joined, their numbers and running heads left out. */
public final class FileHtml {
    private static final Pattern PAGE = Pattern.compile("第\\d+页");
    private static final Pattern BESIDE = Pattern.compile("页眉|页脚|书签|图片说明|母版.*");
    /** Of a line without blanks and without what decorates its ends. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("第?\\d{1,4}页?(?:[/／，,]?共?\\d{1,4}页?)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");
    private static final String DECORATION = "-—–－·•";
    private static final Pattern ENDED = Pattern.compile(".*[。！？：；!?:;][”’）)】」』]?", Pattern.DOTALL);
    private static final Pattern BEGINS = Pattern.compile("(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百零〇]{1,5}[编章节条]|[（(][一二三四五六七八九十\\d]{1,3}[)）]|\\d{1,3}[.．、]|附件|[•●■◆]).*",
            Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("(?:[12]\\d{3}|[〇○零一二三四五六七八九]{4})年[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3}日");
    private static final Pattern SIGNER = Pattern.compile("[^。；：！？，,;:]{2,40}");
    private static final int FURNITURE = 2;
    private static final int LONGEST_HEAD = 60;
    private static final int SHORTEST_LINE = 12;

    private FileHtml() {}

    /** Headings, paragraphs and tables; every word is escaped. */
    public static String of(FileContent content) {
        var parts = content.parts().stream().filter(part -> !BESIDE.matcher(part.place()).matches()).toList();
        if (parts.isEmpty() || !PAGE.matcher(parts.getFirst().place()).matches()) {
            return parts.stream().map(part -> place(part) + html(part.blocks())).collect(Collectors.joining());
        }
        var pages = parts.stream().map(part -> (List<Block>) new ArrayList<>(part.blocks())).toList();
        for (int i = 0; i < FURNITURE; i++) {
            withoutEdges(pages, true);
            withoutEdges(pages, false);
        }
        var blocks = new ArrayList<Block>();
        pages.forEach(page -> join(blocks, page));
        return html(blocks);
    }

    private static String place(Part part) {
        return part.place().isEmpty() ? "" : "<h2>" + escape(part.place()) + "</h2>";
    }

    private static boolean isEdge(Block block) {
        return !(block instanceof Table) && block.text().length() <= LONGEST_HEAD;
    }

    /** Takes off the number of each page, and the line that most pages begin or end with; where it is a title it stays once. */
    private static boolean isPageNumber(String line) {
        var signs = line.length() > LONGEST_HEAD ? "" : BLANKS.matcher(line).replaceAll("");
        int from = 0;
        int to = signs.length();
        while (from < to && DECORATION.indexOf(signs.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && DECORATION.indexOf(signs.charAt(to - 1)) >= 0) {
            to--;
        }
        return PAGE_NUMBER.matcher(signs.substring(from, to)).matches();
    }

    private static void withoutEdges(List<List<Block>> pages, boolean first) {
        Map<String, Integer> often = new HashMap<>();
        pages.stream().filter(page -> !page.isEmpty() && isEdge(edge(page, first)))
                .forEach(page -> often.merge(plain(edge(page, first)), 1, Integer::sum));
        for (var page : pages) {
            if (page.isEmpty() || !isEdge(edge(page, first))) {
                continue;
            }
            int count = often.getOrDefault(plain(edge(page, first)), 0);
            boolean running = count > 1 && count * 2 > pages.size() && !(page.equals(pages.getFirst()) && edge(page, first) instanceof Heading);
            if (running || isPageNumber(edge(page, first).text())) {
                page.remove(first ? 0 : page.size() - 1);
            }
        }
    }

    private static Block edge(List<Block> page, boolean first) {
        return first ? page.getFirst() : page.getLast();
    }

    private static String plain(Block block) {
        return block.text().replaceAll("\\d+", "#").replaceAll("[\\s\\p{Z}]+", "");
    }

    /** A sentence or a table that goes on over the page is one. */
    private static void join(List<Block> blocks, List<Block> page) {
        if (!blocks.isEmpty() && !page.isEmpty()) {
            var last = blocks.getLast();
            var next = page.getFirst();
            if (last instanceof Paragraph(var before) && next instanceof Paragraph(var after) && goesOn(before, after)) {
                boolean apart = before.charAt(before.length() - 1) < 0x2e80 && after.charAt(0) < 0x2e80;
                blocks.set(blocks.size() - 1, new Paragraph(before + (apart ? " " : "") + after));
                page.removeFirst();
            } else if (last instanceof Table above && next instanceof Table below && isOne(above, below)) {
                var rows = new ArrayList<>(above.rows());
                rows.addAll(below.rows().getFirst().equals(above.rows().getFirst()) ? below.rows().subList(1, below.rows().size()) : below.rows());
                blocks.set(blocks.size() - 1, new Table(List.copyOf(rows)));
                page.removeFirst();
            }
        }
        blocks.addAll(page);
    }

    private static boolean goesOn(String before, String after) {
        return before.length() >= SHORTEST_LINE && !ENDED.matcher(before).matches() && !BEGINS.matcher(after).matches()
                && !DATE.matcher(after).matches();
    }

    private static boolean isOne(Table above, Table below) {
        return !above.rows().isEmpty() && !below.rows().isEmpty() && above.rows().getFirst().size() == below.rows().getFirst().size();
    }

    private static String html(List<Block> blocks) {
        var html = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            boolean signs = isDate(blocks, i) || i > 0 && isDate(blocks, i + 1) && SIGNER.matcher(blocks.get(i).text()).matches();
            html.append(signs && blocks.get(i) instanceof Paragraph ? "<p align=\"right\">" + lines(blocks.get(i).text()) + "</p>" : block(blocks.get(i)));
        }
        return html.toString();
    }

    private static boolean isDate(List<Block> blocks, int i) {
        return i > 1 && i < blocks.size() && DATE.matcher(blocks.get(i).text().replaceAll("[\\s\\p{Z}]+", "")).matches();
    }

    /** One heading, paragraph or table. */
    public static String block(Block block) {
        return switch (block) {
            case Heading(int level, var text) -> "<h" + level + ">" + lines(text) + "</h" + level + ">";
            case Paragraph(var text) -> "<p>" + lines(text) + "</p>";
            case Table table -> table(table);
        };
    }

    private static String table(Table table) {
        var html = new StringBuilder("<table>");
        for (int i = 0; i < table.rows().size(); i++) {
            boolean head = i == 0 && table.hasHead();
            html.append(head ? "<thead><tr>" : "<tr>");
            table.rows().get(i).forEach(cell -> html.append(head ? "<th>" : "<td>").append(lines(cell)).append(head ? "</th>" : "</td>"));
            html.append(head ? "</tr></thead>" : "</tr>");
        }
        return html.append("</table>").toString();
    }

    /** Text as HTML. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** The same with its line breaks. */
    public static String lines(String text) {
        return escape(text).replace("\n", "<br>");
    }
}
