package openland.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import org.jspecify.annotations.Nullable;

/** An office that is to be created; {@code parent} is null only for the first one. */
public record NewOffice(String code, String name, Level level, String region, @Nullable UUID parent) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{1,31}");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    /** The first two digits of GB/T 2260, and 66 of the 新疆生产建设兵团. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "66", "71", "81", "82");

    public NewOffice {
        code = code.strip();
        name = name.strip();
        region = region.strip();
    }

    /** @throws Refusal naming each field that cannot be right */
    void mustBeValid() {
        var problems = new ArrayList<Problem>();
        if (!CODE.matcher(code).matches()) {
            problems.add(new Problem("code", "机构代码由2至32个字母、数字或连字符组成，以字母或数字开头。"));
        }
        problems.addAll(problemsOfName(name));
        if (!REGION.matcher(region).matches() || !fits(region, level)) {
            problems.add(new Problem("region", "行政区划代码应为6位数字，前两位是省级代码；部级用000000。"));
        }
        refuse(problems);
    }

    static void mustBeName(String name) {
        refuse(problemsOfName(name));
    }

    private static List<Problem> problemsOfName(String name) {
        return name.length() >= 2 && name.length() <= 100 && name.chars().noneMatch(Character::isISOControl)
                ? List.of()
                : List.of(new Problem("name", "机构名称应为2至100个字。"));
    }

    private static boolean fits(String region, Level level) {
        return PROVINCES.contains(region.substring(0, 2)) || level == Level.MINISTRY && region.equals("000000");
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Reason.INVALID, "机构信息有误：" + problems.getFirst().sentence(), problems);
        }
    }
}
