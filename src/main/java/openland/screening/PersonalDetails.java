package openland.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import openland.screening.Finding.Kind;
import openland.screening.Finding.Severity;

/** Addresses to the door, birthdays and private mail boxes. An office's own address, 办公地址, passes. */
final class PersonalDetails {
    private static final Pattern FLAT = Pattern.compile("(?:\\d{1,4}(?:栋|幢|号楼|座|#楼?)[^\\s，。；,;]{0,8}?\\d{3,5}(?:室|房|户|号)?"
            + "|\\d{1,2} ?单元 ?\\d{2,5}(?:室|房|户|号)?|[路街道巷弄里]\\d{1,5}号[^\\s，。；,;]{0,12}?\\d{3,5}(?:室|房|户))(?!\\d)");
    private static final String COUNTED = "[0-9一二三四五六七八九十]{1,4}";
    private static final Pattern FARM = Pattern.compile("[村社区庄屯](?:委会)?[\\p{IsHan}]{0,6}?" + COUNTED + "(?:组|队|社)[\\p{IsHan}]{0,3}?" + COUNTED + "号");
    private static final Pattern HOUSE = Pattern.compile("(?:[路街道巷弄]|胡同|大道)[0-9]{1,5}(?:号|弄)(?!文|令|公告|通知|地块|宗地|线|井|桩)");
    private static final Pattern HOME = Pattern.compile("(?:家庭(?:住址|地址)|现住址?|户籍(?:地址|地|所在地)?|住址|居住地(?:址)?|家住|居住(?:于|在)"
            + "|[，,、（(。；;\\s]住(?:于|在)?)[^，。；\\n]{0,40}$|^(?:家庭)?(?:住址|地址|户籍地址?|居住地)$");
    private static final Pattern OFFICE = Pattern.compile("办公|(?<!家庭|户籍|住)地址[:： ]|联系地址|单位地址|注册|公司|中心|[局厅委院所站]|大厅|窗口|会议室|开标|报名|交易|酒店|宾馆");
    private static final Pattern BIRTH = Pattern.compile("(?:19|20)\\d\\d ?[年./-] ?\\d{1,2} ?[月./-] ?\\d{1,2} ?日? ?(?:出生|生[于，,。；;])"
            + "|(?:出生(?:日期|年月日?|时间)?|生日|生于)[:： ]{0,3}(?:19|20)\\d\\d ?[年./-] ?\\d{1,2} ?[月./-] ?\\d{1,2}");
    private static final Pattern PRIVATE_MAIL = Pattern.compile("(?i)(?:qq|vip\\.qq|163|126|yeah|sina|sohu|foxmail|gmail|hotmail|outlook|live|icloud|139|189|wo|aliyun|yahoo|tom)\\.(?:com|net|cn|com\\.cn)");

    private PersonalDetails() {}

    static List<Found> in(Narrow narrow, Context context) {
        var found = new ArrayList<Found>();
        addresses(FLAT, narrow, context, found);
        addresses(FARM, narrow, context, found);
        addresses(HOUSE, narrow, context, found);
        var birth = BIRTH.matcher(narrow.text);
        while (birth.find()) {
            found.add(found(Kind.BIRTH_DATE, Severity.ASK, birth.group(), narrow, birth.start(), birth.end()));
        }
        mail(narrow, found);
        return found;
    }

    /** At somebody's home a flat or a farm stops, a house is asked about; elsewhere a flat or a farm is asked about. */
    private static void addresses(Pattern pattern, Narrow narrow, Context context, List<Found> found) {
        var address = pattern.matcher(narrow.text);
        while (address.find()) {
            int from = narrow.origin(address.start());
            boolean home = context.says(HOME, from, 48);
            boolean toTheDoor = pattern != HOUSE;
            if (found.stream().skip(Math.max(0, found.size() - 50L)).noneMatch(f -> f.overlaps(from, narrow.originOfEnd(address.end())))
                    && (home || toTheDoor && !context.says(OFFICE, from, 40))) {
                found.add(found(Kind.HOME_ADDRESS, home && toTheDoor ? Severity.STOP : Severity.ASK, address.group(), narrow,
                        address.start(), address.end()));
            }
        }
    }

    private static void mail(Narrow narrow, List<Found> found) {
        var text = narrow.text;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > 0 && at - from < 64 && isOfName(text.charAt(from - 1))) {
                from--;
            }
            var host = PRIVATE_MAIL.matcher(text).region(at + 1, Math.min(text.length(), at + 40));
            if (from < at && host.lookingAt()) {
                found.add(found(Kind.MAIL_ADDRESS, Severity.ASK, text.substring(from, host.end()), narrow, from, host.end()));
            }
        }
    }

    private static boolean isOfName(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0);
    }

    private static Found found(Kind kind, Severity severity, String words, Narrow narrow, int from, int to) {
        return new Found(kind, severity, words.replaceAll("\\s", ""), narrow.origin(from), narrow.originOfEnd(to));
    }
}
