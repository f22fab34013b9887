package openland.form;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be told from a name or a number alone. */
final class Parties {
    private static final Pattern ORGANIZATION = Pattern.compile(".*(公司|集团|中心|学校|大学|学院|医院|银行|政府|委员会|村委会|居委会|协会|学会"
            + "|商会|基金会|合作社|经营部|门市部|事务所|研究所|研究院|商行|商店|超市|饭店|工厂|农场|林场|牧场|渔场|矿业|煤矿|石场|砖厂|村民小组"
            + "|..[局厅部署厂店院所站矿场社队校馆行])([（(].*[）)])?");
    private static final Set<String> DOUBLE_SURNAMES = Set.of("欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟",
            "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离",
            "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "令狐", "呼延", "百里", "东郭", "南门", "西门", "第五", "轩辕", "拓跋", "纳兰");
    private static final String CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CODE_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private Parties() {}

    /**
     * Whether a bare name may be taken for an organisation's. A short one without a word such as 公司 may be a person's,
     * and so may each of several names in a row: then the drafter is asked, for a person's name must not slip out.
     */
    static boolean isSurelyAnOrganization(String name) {
        return Arrays.stream(name.split("[、，,;；]")).map(Text::strip)
                .allMatch(one -> ORGANIZATION.matcher(one).matches() || Text.hanIn(one) > 4 && one.indexOf('·') < 0);
    }

    /** 张某某, 欧阳某某; of a name in other letters the first sign. */
    static String masked(String name) {
        int shown = name.length() > 2 && DOUBLE_SURNAMES.contains(name.substring(0, 2)) ? 2
                : Character.charCount(name.codePointAt(0));
        return name.substring(0, shown) + "某某";
    }

    /** Whether the last sign of a 统一社会信用代码 agrees with the others (GB 32100). */
    static boolean isCreditCode(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = CODE_SIGNS.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * CODE_WEIGHTS[i];
        }
        return CODE_SIGNS.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
