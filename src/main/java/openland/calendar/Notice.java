package openland.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The holiday arrangement of one year (节假日安排通知), as a whole: a second notice within the year is entered as a new one
 * with all days of the year. It may name days of the December before.
 *
 * @param region         empty for the whole country, else the first two, four or all six digits of a region code; a local
 *                       notice names only what differs from the country's
 * @param documentNumber 文号; null when it is not known
 * @param issuedOn       null when it is not known
 */
public record Notice(String region, int year, String title, @Nullable String documentNumber, @Nullable LocalDate issuedOn,
        List<NoticeDay> days) {
    private static final Pattern REGION = Pattern.compile("(\\d\\d){0,3}");
    private static final int LONGEST = 100;

    /** @throws Refusal INVALID, which names the day that cannot be */
    public Notice {
        days = List.copyOf(days);
        if (!REGION.matcher(region).matches()) {
            throw Refusal.invalid("行政区划代码应是前两位、前四位或全部六位数字；全国的不填。");
        }
        if (year < Calendar.FIRST.getYear() || year > Calendar.LAST.getYear()) {
            throw Refusal.invalid("年份应在" + Calendar.FIRST.getYear() + "到" + Calendar.LAST.getYear() + "之间。");
        }
        if (title.isBlank() || title.length() > LONGEST || documentNumber != null && documentNumber.length() > LONGEST) {
            throw Refusal.invalid("请填写通知的标题；标题和文号各不超过" + LONGEST + "字。");
        }
        if (!isPlain(title) || documentNumber != null && !isPlain(documentNumber) || days.stream().anyMatch(day -> !isPlain(day.name()))) {
            throw Refusal.invalid("标题、文号或节日名称里有不能显示的字符，请去掉后再试。");
        }
        checkDays(region, year, days);
    }

    /** No control characters, and nothing that UTF-8 cannot say: the database takes neither. */
    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl) && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static void checkDays(String region, int year, List<NoticeDay> days) {
        var seen = new HashSet<LocalDate>();
        for (var day : days) {
            var date = day.date();
            if (date.getYear() != year && !(date.getYear() == year - 1 && date.getMonthValue() == 12)) {
                throw Refusal.invalid(date + "不在" + year + "年，也不在上一年12月。");
            }
            if (!seen.add(date)) {
                throw Refusal.invalid(date + "写了两次。");
            }
            if (!day.off() && !Calendar.isWeekend(date)) {
                throw Refusal.invalid(date + "是" + Words.weekday(date) + "，本来就上班，不用写成调休上班。请对照原件检查。");
            }
            if (day.name().isBlank() || day.name().length() > LONGEST) {
                throw Refusal.invalid(date + "没有写是什么节日，或者写得太长。");
            }
        }
        if (region.isEmpty() && !seen.contains(LocalDate.of(year, 1, 1))) {
            throw Refusal.invalid("缺少" + year + "年1月1日。全国的安排应写全一年，从元旦起。");
        }
        if (days.isEmpty()) {
            throw Refusal.invalid("没有写放假和上班的日子。");
        }
    }

    /** The title, with its number where that is known. */
    String source() {
        return documentNumber == null ? title : title + "（" + documentNumber + "）";
    }

    /** SHA-256 of all it says, in hexadecimal. */
    String digest() {
        return Digests.hex(Digests.sha256(CanonicalJson.bytes(List.of(region, Integer.toString(year), title, String.valueOf(documentNumber),
                String.valueOf(issuedOn), lines()))));
    }

    /** Its days in order, as {@link NoticeText} writes them: {@code 放假 10-01..10-07 国庆节}. */
    public List<String> lines() {
        return NoticeText.lines(year, days);
    }

    /** @param lines as {@link #lines()} gives them; empty ones and those with # in front are passed over */
    public static Notice of(String region, int year, String title, @Nullable String documentNumber, @Nullable LocalDate issuedOn,
            List<String> lines) {
        return new Notice(region, year, title.strip(), documentNumber, issuedOn, NoticeText.days(year, lines));
    }
}
