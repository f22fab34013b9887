package openland.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import openland.catalogue.CommonHead;
import openland.form.PastedText;
import org.jsoup.Jsoup;

/** What an official document (公文) says about itself where it always says it: number and title at its head, the date below the signature. */
final class Found {
    private static final int HEAD_LINES = 40;
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_TITLE = 120;
    private static final Pattern NUMBER = Pattern.compile("(?:^|[\\s\\p{Z}：:])([\\p{IsHan}]{1,20}[\\[【(（〔﹝〈][\\s\\p{Z}]*(?:19|20)\\d{2}[\\s\\p{Z}]*[\\]】)）〕﹞〉][\\s\\p{Z}]*第?\\d{1,5}[\\s\\p{Z}]*号)");
    private static final Pattern CITED = Pattern.compile("[《》，。；]");
    private static final Pattern KIND = Pattern.compile(".*(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|规定|办法|细则|规则|方案|规划|计划|要点|指南|目录|清单|解读|公示|结果|预案|标准|规程)"
            + "(?:[（(〔].{1,30}[)）〕])?");
    private static final Pattern ABOUT = Pattern.compile("(?:.{2,40})?关于.{2,80}");
    private static final String DAY = "(?:(?:19|20)\\d{2}|[〇○零一二三四五六七八九]{4})年[\\d元一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3}日";
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern DATED = Pattern.compile("[（(](" + DAY + ").{0,60}(?:通过|公布|发布|印发|施行|批准).{0,40}[)）]");

    private Found() {}

    /** Names of the head and what stands in the text, as it stands there. */
    static Map<String, String> in(PastedText text) {
        var lines = text.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        var found = new LinkedHashMap<String, String>();
        title(text, lines).ifPresent(title -> found.put(CommonHead.TITLE, title));
        number(lines).ifPresent(number -> found.put(CommonHead.DOCUMENT_NUMBER, number));
        date(lines).ifPresent(date -> found.put(CommonHead.PRODUCED_ON, date));
        return found;
    }

    private static Optional<String> number(List<String> lines) {
        return lines.stream().limit(HEAD_LINES).filter(line -> line.length() <= LONGEST_LINE && !CITED.matcher(line).find())
                .map(NUMBER::matcher).filter(java.util.regex.Matcher::find).map(match -> match.group(1).replaceAll("[\\s\\p{Z}]+", "")).findFirst();
    }

    /** The first heading that says what kind of document it is, with the line above it that it goes on from. */
    private static Optional<String> title(PastedText text, List<String> lines) {
        var headings = Jsoup.parseBodyFragment(text.html()).select("h3, h4").stream().limit(HEAD_LINES).map(heading -> heading.text().strip()).toList();
        for (int i = 0; i < headings.size(); i++) {
            if (isTitle(headings.get(i))) {
                boolean goesOn = i > 0 && headings.get(i).startsWith("关于") && !headings.get(i - 1).endsWith("文件") && !isTitle(headings.get(i - 1))
                        && lines.indexOf(headings.get(i - 1)) == lines.indexOf(headings.get(i)) - 1;
                return Optional.of((goesOn ? headings.get(i - 1) : "") + headings.get(i));
            }
        }
        return lines.stream().limit(HEAD_LINES).filter(line -> ABOUT.matcher(line).matches() && isTitle(line)).findFirst();
    }

    private static boolean isTitle(String line) {
        return line.length() >= 4 && line.length() <= LONGEST_TITLE && line.indexOf('。') < 0 && KIND.matcher(line).matches() && !line.matches("第[一二三四五六七八九十]{1,4}[编章节条].*|[一二三四五六七八九十]{1,3}、.*");
    }

    private static Optional<String> date(List<String> lines) {
        var plain = lines.stream().map(line -> line.replaceAll("[\\s\\p{Z}]+", "")).toList();
        var signed = plain.stream().filter(line -> DATE.matcher(line).matches()).reduce((_, last) -> last);
        return signed.or(() -> plain.stream().limit(HEAD_LINES).map(DATED::matcher).filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1)).findFirst());
    }
}
