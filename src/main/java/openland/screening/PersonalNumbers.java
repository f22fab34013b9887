package openland.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import openland.screening.DigitGroups.Gap;
import openland.screening.Finding.Kind;
import openland.screening.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** Identity numbers, bank cards and accounts, mobile numbers: what is told by its digits. */
final class PersonalNumbers {
    /** Numbers of business often hold the day on which they were given; few persons in a text are younger than this. */
    private static final int YEARS_OF_BUSINESS = 25;
    private static final Pattern IDENTITY = Pattern.compile("身份证|公民身份|证件号|身份号");
    private static final Pattern CREDIT_CODE = Pattern.compile("信用代码|机构代码");
    private static final Pattern OFFICE_ACCOUNT = Pattern.compile("保证金|专户|非税|财政|国库|开户单位|收款单位|(?:户名|户)[:： ]{0,3}[^\\n]{0,30}?(?:局|厅|中心|公司|委员会|政府|院|所|校|社)");
    private static final Pattern ACCOUNT = Pattern.compile("(?:银行账号|银行帐号|账号|帐号|账户|存折号?|一卡通号?)码?[^\\p{L}\\n]{0,4}$");
    private static final Pattern MEASURE = Pattern.compile("\\s?(?:万?亿?元|平方|亩|公顷|吨|千克|公斤|米|立方|%|％|㎡|m²|倍)");

    private final Context context;
    private final int thisYear;
    private final TreeMap<Integer, Found> all = new TreeMap<>();

    private PersonalNumbers(Context context, int thisYear) {
        this.context = context;
        this.thisYear = thisYear;
    }

    static List<Found> in(String text, Context context, Tables tables, int thisYear) {
        var numbers = new PersonalNumbers(context, thisYear);
        for (var figures : Figures.values()) {
            numbers.read(DigitGroups.in(text, figures), figures);
        }
        var found = new ArrayList<>(numbers.all.values());
        found.addAll(numbers.downward(tables));
        return found;
    }

    private void read(DigitGroups groups, Figures figures) {
        int next = 0;
        while (next < groups.count()) {
            var window = personal(groups, next, figures);
            next = window == null ? next + 1 : window.last() + 1;
        }
    }

    /** Keeps what begins at the group of digits, the kind with the strongest proof first. */
    private @Nullable Window personal(DigitGroups groups, int group, Figures figures) {
        for (int last = groups.reach(group); last >= group && groups.canBeNumber(group, last); last--) {
            var window = new Window(groups, group, last);
            var found = !mayBePersonal(window) ? null : figures == Figures.LETTERS ? identity(window) : judged(window);
            if (found != null && (figures == Figures.DIGITS || isFree(found))) {
                all.put(found.from(), found);
                return window;
            }
        }
        if (figures == Figures.DIGITS && groups.size(group) > 18) {
            enclosed(groups, group);
        }
        return null;
    }

    /** By length and first digits alone: most numbers need no further look. */
    private static boolean mayBePersonal(Window window) {
        char first = window.digit(0);
        return switch (window.length()) {
            case 11 -> first == '1';
            case 12, 13, 14 -> first == '0' || first == '8' || window.isWhole();
            case 15 -> first == '0' || window.isWhole() || window.digit(8) <= '1' && window.digit(10) <= '3';
            case 18 -> window.digit(6) == '1' || window.digit(6) == '2' || first == '6' || window.isWhole();
            case 16 -> first >= '3' && first <= '6' || window.isWhole();
            case 17, 19 -> first == '6' || window.isWhole();
            default -> false;
        };
    }

    private boolean isFree(Found found) {
        var before = all.lowerEntry(found.to());
        return before == null || before.getValue().to() <= found.from();
    }

    private @Nullable Found judged(Window window) {
        var identity = identity(window);
        if (identity != null) {
            return identity;
        }
        if (IdentityNumber.isOld(window)) {
            return found(Kind.IDENTITY_NUMBER, window, context.isBusinessNumber(window.from()) ? Severity.ASK : Severity.STOP);
        }
        if (BankCard.is(window, thisYear)) {
            return found(Kind.BANK_CARD, window, context.says(OFFICE_ACCOUNT, window.from(), 80)
                    || context.isBusinessNumber(window.from()) ? Severity.ASK : Severity.STOP);
        }
        if (MobileNumber.is(window, context) && !context.goesOn(MEASURE, window.to())) {
            return found(Kind.MOBILE_NUMBER, window, context.isBusinessNumber(window.from()) ? Severity.ASK : Severity.STOP);
        }
        return window.isWhole() && window.length() >= 12 && context.says(ACCOUNT, window.from(), 12)
                && !context.says(OFFICE_ACCOUNT, window.from(), 80) ? found(Kind.BANK_ACCOUNT, window, Severity.ASK) : null;
    }

    private @Nullable Found identity(Window window) {
        if (window.length() != 18) {
            return null;
        }
        var digits = window.digits();
        if (!IdentityNumber.looksNew(digits, thisYear)) {
            return null;
        }
        boolean agrees = IdentityNumber.agrees(digits);
        if (!agrees && !(window.isWholeOrSpread() && context.says(IDENTITY, window.from(), 20))) {
            return null;
        }
        if (agrees && digits.indexOf('X') < 0 && IdentityNumber.isCreditCodeToo(digits) && context.says(CREDIT_CODE, window.from(), 16)) {
            return null;
        }
        return found(IdentityNumber.isForeigners(digits) ? Kind.RESIDENCE_PERMIT : Kind.IDENTITY_NUMBER, window,
                isRatherBusiness(digits, window.from()) ? Severity.ASK : Severity.STOP);
    }

    /** Region, day and serial make up many a 受理编号; by chance its last sign can agree. */
    private boolean isRatherBusiness(String digits, int at) {
        return IdentityNumber.yearOf(digits) > thisYear - YEARS_OF_BUSINESS && context.isBusinessNumber(at);
    }

    /** An identity number with further digits stuck to it. */
    private void enclosed(DigitGroups groups, int group) {
        for (int i = 0; i + 18 <= groups.size(group); i++) {
            if (groups.digit(group, i + 6) != '1' && groups.digit(group, i + 6) != '2') {
                continue;
            }
            var digits = groups.part(group, i, 18);
            if (!digits.startsWith("9") && IdentityNumber.isNew(digits, thisYear)) {
                boolean recent = IdentityNumber.yearOf(digits) > thisYear - YEARS_OF_BUSINESS;
                all.put(groups.from(group), new Found(Kind.IDENTITY_NUMBER,
                        recent || context.isBusinessNumber(groups.from(group)) ? Severity.ASK : Severity.STOP, digits, groups.from(group), groups.to(group)));
                return;
            }
        }
    }

    /** Identity numbers that are split over the cells of a column. */
    private List<Found> downward(Tables tables) {
        var found = new ArrayList<Found>();
        var downward = tables.downward();
        var groups = DigitGroups.in(downward.text(), Figures.DIGITS);
        for (int i = 0; i < groups.count(); i++) {
            for (int last = groups.reach(i); last > i && groups.length(i, last) >= 18; last--) {
                var window = new Window(groups, i, last);
                if (window.length() == 18 && window.digit(6) <= '2' && window.widestGap() == Gap.CELL
                        && IdentityNumber.isNew(window.digits(), thisYear)) {
                    found.add(new Found(Kind.IDENTITY_NUMBER, Severity.STOP, window.digits(),
                            downward.origin()[window.from()], downward.origin()[window.to() - 1] + 1));
                }
            }
        }
        found.removeIf(split -> all.containsKey(split.from()) && all.get(split.from()).words().equals(split.words()));
        return found;
    }

    private static Found found(Kind kind, Window window, Severity severity) {
        return new Found(kind, severity, window.digits(), window.from(), window.to());
    }
}
