package openland.request;

import java.util.regex.Pattern;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an old book calls a reply: R07, 三4, 三(三)4, the row 3.3.4.2 of the older form, or the words of a row. */
@Component
class OldReplies {
    private static final Pattern ROW = Pattern.compile("三[（(]([一二三四五六])[）)](\\d?)");
    private static final String FORMER = "3.3.";
    private static final String NO_INFORMATION = "3.3.4.5";
    /** 其他处理—其他, in which withdrawn ones are counted as well. */
    private static final String OTHER = RequestMove.WITHDRAW.reply().orElseThrow();

    private final ReplyTypes types;
    private final StatisticsForms forms;

    OldReplies(ReplyTypes types, StatisticsForms forms) {
        this.types = types;
        this.forms = forms;
    }

    record Outcome(String reply, @Nullable String part) {}

    /** @throws Refusal INVALID for what none is */
    Outcome of(String text) {
        if (text.equals("撤回")) {
            return new Outcome(OTHER, null);
        }
        var row = ROW.matcher(text);
        var written = row.matches() ? row.group(1) + row.group(2) : text;
        return types.all().stream().filter(type -> type.code().equalsIgnoreCase(text) || type.row().equals(written)).findFirst().map(type -> new Outcome(type.code(), part(type)))
                .orElseGet(() -> former(text));
    }

    /** A withdrawn one has no part; any other that ended otherwise has, if only an empty one. */
    private static @Nullable String part(ReplyType type) {
        return type.code().equals(OTHER) ? "" : null;
    }

    private Outcome former(String text) {
        var row = text.startsWith(FORMER) ? text : forms.all().stream().flatMap(form -> form.rows().stream()).filter(one -> one.code().startsWith(FORMER))
                .filter(one -> bare(one.text()).equals(bare(text))).map(StatisticsForm.Row::code).findFirst().orElse("");
        if (row.equals(NO_INFORMATION)) {
            return new Outcome(OTHER, row);
        }
        return types.all().stream().filter(type -> type.choices().isEmpty() ? type.commonFormerRow().equals(row)
                        : type.choices().stream().anyMatch(choice -> type.formerRow(choice).filter(row::equals).isPresent()))
                .filter(_ -> !row.isEmpty()).findFirst().map(type -> new Outcome(type.code(), row))
                .orElseThrow(() -> Refusal.invalid("答复类型“" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "”不认识，写代码R01到R22、统计表的行（三(三)4或者3.3.4.2），或者“撤回”。"));
    }

    private static String bare(String text) {
        return text.replaceAll("^(其中：|\\d\\.|（.）)", "").replaceAll("数$", "");
    }
}
