package openland.request;

import static openland.request.LetterSamples.ASKED;
import static openland.request.LetterSamples.OFFICE;
import static openland.request.LetterSamples.TYPES;
import static openland.request.LetterSamples.WRITING;
import static openland.request.LetterSamples.facts;
import static openland.request.LetterSamples.notice;
import static openland.request.LetterSamples.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.request.LetterFacts.Asked;
import openland.request.LetterFacts.Party;
import openland.request.LetterFacts.Sender;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the law asks of each letter (政府信息公开条例 2019 and 2007, 行政复议法 2023). */
class WritingLettersTest {
    private static final LocalDate BEFORE_2024 = LocalDate.of(2023, 12, 31);
    private static final LocalDate FROM_2024 = LocalDate.of(2024, 1, 1);
    private static final LocalDate UNDER_2007 = LocalDate.of(2019, 5, 14);
    private static final LocalDate UNDER_2019 = LocalDate.of(2019, 5, 15);
    private static final Set<String> REFUSED = Set.of("R04", "R05", "R06", "R07", "R08", "R09", "R10");
    private static final Set<String> UNTOLD = Set.of("R15", "R16", "R17", "R18", "R19", "R20", "R21", "R22");
    private static final Set<String> NOT_UNDER_2007 = Set.of("R18", "R19", "R21", "R22");

    static Stream<Arguments> everyReply() {
        return TYPES.all().stream().flatMap(type -> choices(type.choices()).stream().flatMap(choice ->
                Stream.of(UNDER_2007, UNDER_2019).flatMap(received -> Stream.of(BEFORE_2024, FROM_2024).map(day -> Arguments.of(type, choice, received, day)))));
    }

    private static List<String> choices(List<String> choices) {
        return choices.isEmpty() ? Collections.singletonList(null) : choices;
    }

    @ParameterizedTest
    @MethodSource("everyReply")
    void every_reply_says_what_it_must_under_the_regulation_of_its_receipt(ReplyType type, String choice, LocalDate received, LocalDate day) {
        var open = reply(facts(received, day), type, choice);
        if (received.equals(UNDER_2007) && NOT_UNDER_2007.contains(type.code())) {
            refused(() -> WRITING.write(LetterKind.REPLY, open), "那时没有");
            return;
        }
        var letter = WRITING.write(LetterKind.REPLY, open);
        var text = String.join("", letter.body());
        assertThat(letter.must()).isNotEmpty().allSatisfy((what, words) -> assertThat(text).as(what).contains(words));
        assertThat(open.stated()).isNotEmpty().allSatisfy((what, words) -> assertThat(text).as(what.label()).contains(LetterText.value(what, words)));
        if (!type.code().equals("R22")) {
            assertThat(text).contains(received.equals(UNDER_2007) ? "（2007年公布）第" : "《中华人民共和国政府信息公开条例》第")
                    .contains(type.article(choice, received).orElseThrow());
        }
        assertThat(letter.summary()).doesNotContain("{").hasSizeBetween(15, 90);
        assertThat(letter.printed()).noneMatch(line -> line.contains("{") || line.contains("null") || line.contains("尚未核对"));
    }

    @ParameterizedTest
    @MethodSource("everyReply")
    void every_reply_tells_the_remedy_of_its_day(ReplyType type, String choice, LocalDate received, LocalDate day) {
        if (!type.existsFor(received)) {
            return;
        }
        var letter = WRITING.write(LetterKind.REPLY, reply(facts(received, day), type, choice));
        var text = String.join("", letter.remedies());
        if (UNTOLD.contains(type.code())) {
            assertThat(letter.remedies()).isEmpty();
        } else if (day.equals(FROM_2024) && REFUSED.contains(type.code())) {
            assertThat(text).contains("应当先申请行政复议", "第二十三条第一款第（四）项", "六十日", "青禾县人民政府", "十五日").doesNotContain("直接", "六个月");
        } else if (day.equals(FROM_2024) && type.code().equals("R03")) {
            assertThat(text).contains("对不予公开的部分不服的，应当先申请行政复议", "对其余部分不服的，可以", "六个月内直接向青禾县人民法院");
        } else {
            assertThat(text).contains("六十日内向青禾县人民政府申请行政复议", "也可以", "六个月内直接向青禾县人民法院提起行政诉讼").doesNotContain("应当先");
        }
    }

    @ParameterizedTest
    @MethodSource("everyReply")
    void without_any_one_thing_it_must_say_no_reply_is_written(ReplyType type, String choice, LocalDate received, LocalDate day) {
        if (!type.existsFor(received)) {
            return;
        }
        var whole = reply(facts(received, day), type, choice);
        for (var one : whole.stated().keySet()) {
            refused(() -> WRITING.write(LetterKind.REPLY, whole.state(one, "")), one.label());
            refused(() -> WRITING.write(LetterKind.REPLY, whole.state(one, " \u200b\n")), one.label());
        }
    }

    @Test
    void before_May_2015_a_suit_had_three_months_and_the_officer_is_told_that_nobody_has_read_it() {
        var letter = WRITING.write(LetterKind.REPLY, reply(facts(LocalDate.of(2015, 4, 1), LocalDate.of(2015, 4, 30)), TYPES.byCode("R04"), null));
        assertThat(String.join("", letter.remedies())).contains("三个月").doesNotContain("六个月");
        assertThat(letter.notes()).anyMatch(note -> note.startsWith("救济途径") && note.contains("（此条依据尚未核对原文）"));
    }

    @ParameterizedTest
    @EnumSource(value = LetterKind.class, mode = EnumSource.Mode.EXCLUDE, names = "REPLY")
    void every_notice_says_what_it_must(LetterKind kind) {
        for (var choice : choices(TYPES.choices(kind))) {
            var open = notice(facts(), kind, choice);
            var text = String.join("", WRITING.write(kind, open).body());
            assertThat(open.stated()).isNotEmpty().allSatisfy((what, words) -> assertThat(text).contains(LetterText.value(what, words)));
            for (var one : open.stated().keySet()) {
                refused(() -> WRITING.write(kind, open.state(one, "")), one.label());
            }
        }
    }

    @Test
    void a_third_party_and_another_organ_are_not_told_who_asked() {
        for (var kind : List.of(LetterKind.THIRD_PARTY_ENQUIRY, LetterKind.ORGAN_ENQUIRY, LetterKind.DISCLOSURE_TO_THIRD_PARTY)) {
            var choice = choices(TYPES.choices(kind)).getFirst();
            var open = notice(facts(), kind, choice);
            assertThat(String.join("", WRITING.write(kind, open).printed())).doesNotContain(ASKED.applicant().name());
            refused(() -> WRITING.write(kind, open.state(Stated.ENCLOSURE, "陈 立\n夏的申请表")), "不能写出申请人");
            refused(() -> WRITING.write(kind, open.edited(String.join("\n", WRITING.write(kind, open).body()) + "\n申请人是陈立夏。")), "不能写出申请人");
            refused(() -> WRITING.write(kind, open.to(null)), "收信人");
        }
    }

    @Test
    void silence_of_a_co_producing_organ_consents_and_silence_of_a_third_party_leaves_it_to_the_office() {
        assertThat(text(LetterKind.ORGAN_ENQUIRY, "共同制作")).contains("15个工作日", "视为同意公开");
        assertThat(text(LetterKind.ORGAN_ENQUIRY, "其他机关")).doesNotContain("视为同意");
        assertThat(text(LetterKind.THIRD_PARTY_ENQUIRY, null)).contains("15个工作日", "由本机关依法决定").doesNotContain("视为同意");
    }

    private static String text(LetterKind kind, String choice) {
        return String.join("", WRITING.write(kind, notice(facts(), kind, choice)).body());
    }

    @Test
    void receipts_and_extensions_count_15_working_days_under_the_regulation_of_2007_and_20_under_that_of_2019() {
        for (var kind : List.of(LetterKind.RECEIPT, LetterKind.EXTENSION)) {
            var old = WRITING.write(kind, notice(facts(UNDER_2007, UNDER_2007), kind, null));
            var now = WRITING.write(kind, notice(facts(UNDER_2019, UNDER_2019), kind, null));
            assertThat(String.join("", old.body())).contains("15个工作日").doesNotContain("20个工作日");
            assertThat(String.join("", now.body())).contains("20个工作日").doesNotContain("15个工作日");
        }
    }

    @Test
    void nothing_of_reasons_delays_and_fees_exists_under_the_regulation_of_2007() {
        for (var kind : List.of(LetterKind.REASONS, LetterKind.DELAY, LetterKind.FEE)) {
            refused(() -> WRITING.write(kind, notice(facts(UNDER_2007, FROM_2024), kind, choices(TYPES.choices(kind)).getFirst())), "那时没有");
        }
        refused(() -> WRITING.write(LetterKind.FEE, notice(facts(UNDER_2019, LocalDate.of(2020, 12, 31)), LetterKind.FEE, "按件计收")), "2021年1月1日");
    }

    @Test
    void an_edited_text_keeps_what_the_law_demands_and_the_remedies_stay() {
        var open = reply(facts(), TYPES.byCode("R04"), null);
        var set = WRITING.write(LetterKind.REPLY, open);
        var edited = WRITING.write(LetterKind.REPLY, open.edited("您好。\n" + String.join("\n", set.body()) + "\n如有疑问请来电。"));
        assertThat(edited.body()).startsWith("您好。").endsWith("如有疑问请来电。");
        assertThat(edited.remedies()).isEqualTo(set.remedies());
        refused(() -> WRITING.write(LetterKind.REPLY, open.edited("不予公开。")), "正文缺少必须写明的");
        refused(() -> WRITING.write(LetterKind.REPLY, open.edited(String.join("\n", set.body()).replace("第十四条", "有关规定"))), "法律依据");
        refused(() -> set.withBody(set.body().subList(0, 1)), "正文缺少必须写明的");
    }

    @Test
    void remedies_that_somebody_else_wrote_are_those_of_the_day_or_refused() {
        var free = WRITING.write(LetterKind.REPLY, reply(facts(UNDER_2019, BEFORE_2024), TYPES.byCode("R04"), null));
        var first = WRITING.write(LetterKind.REPLY, reply(facts(UNDER_2019, FROM_2024), TYPES.byCode("R04"), null));
        var part = WRITING.write(LetterKind.REPLY, reply(facts(UNDER_2019, FROM_2024), TYPES.byCode("R03"), null));
        refused(() -> first.withRemedies(free.remedies()), "先申请行政复议");
        refused(() -> first.withRemedies(part.remedies()), "先申请行政复议");
        refused(() -> first.withRemedies(List.of()), "先申请行政复议");
        refused(() -> part.withRemedies(first.remedies()), "对其余部分可以任选");
        refused(() -> part.withRemedies(free.remedies()), "对不予公开的部分先申请行政复议");
        refused(() -> free.withRemedies(first.remedies()), "可以申请行政复议，也可以提起行政诉讼");
        refused(() -> new Letter(first.kind(), first.type(), first.office(), null, FROM_2024, first.addressee(), first.title(), first.summary(), first.body(), List.of(),
                Remedy.FREE, free.remedies(), List.of(), first.must(), List.of()), "救济途径不对");
        assertThat(first.withRemedies(first.remedies())).isEqualTo(first);
    }

    @Test
    void sent_over_the_internet_from_2024_it_names_the_way_to_apply_for_review_there() {
        var without = new Sender(OFFICE.name(), OFFICE.contact(), OFFICE.reviewBody(), OFFICE.court(), null);
        for (var type : TYPES.all()) {
            var open = reply(LetterFacts.of(without, ASKED, LocalDate.of(2026, 11, 20)), type, choices(type.choices()).getFirst());
            if (type.remedy(open.date()) == Remedy.NONE) {
                assertThat(WRITING.write(LetterKind.REPLY, open.overTheInternet()).remedies()).isEmpty();
            } else {
                refused(() -> WRITING.write(LetterKind.REPLY, open.overTheInternet()), "互联网渠道");
                assertThat(WRITING.write(LetterKind.REPLY, open).remedies()).isNotEmpty();
            }
        }
    }

    @Test
    void a_reply_without_review_body_or_court_is_refused() {
        var open = reply(LetterFacts.of(new Sender("青禾县自然资源局", "", " ", "青禾县人民法院", null), ASKED, FROM_2024.plusYears(3)), TYPES.byCode("R01"), null);
        refused(() -> WRITING.write(LetterKind.REPLY, open), "行政复议机关");
    }

    @Test
    void what_cannot_be_together_is_refused() {
        var other = reply(facts(), TYPES.byCode("R12"), "非本机关");
        refused(() -> WRITING.write(LetterKind.REPLY, other.state(Stated.OTHER_ORGAN_CONTACT, "")), "该机关的联系方式");
        refused(() -> WRITING.write(LetterKind.REPLY, other.state(Stated.OTHER_ORGAN_UNKNOWN, "查不到")), "不能同时");
        refused(() -> WRITING.write(LetterKind.REPLY, other.reply("R12", null)), "请选择一种情形");
        refused(() -> WRITING.write(LetterKind.REPLY, other.reply("R12", "其他")), "请选择一种情形");
        refused(() -> WRITING.write(LetterKind.REPLY, other.reply("R23", null)), "没有“R23”");
        refused(() -> WRITING.write(LetterKind.REPLY, facts()), "答复类型");
        refused(() -> WRITING.write(LetterKind.REPLY, reply(facts(), TYPES.byCode("R01"), null).state(Stated.SECRECY_BASIS, "甲")), "不写“定密依据”");
        refused(() -> WRITING.write(LetterKind.REPLY, reply(facts(), TYPES.byCode("R05"), null).state(Stated.GROUND_ARTICLE, "有关规定")), "写到条");
        refused(() -> WRITING.write(LetterKind.REPLY, reply(facts(), TYPES.byCode("R20"), null).state(Stated.CORRECTION_UNTIL, "2026-11-20")), "还没有过");
        refused(() -> WRITING.write(LetterKind.REPLY, reply(facts(), TYPES.byCode("R20"), null).state(Stated.CORRECTION_DATE, "昨天")), "日期");
        refused(() -> WRITING.write(LetterKind.EXTENSION, notice(facts(), LetterKind.EXTENSION, null).state(Stated.NEW_DUE_DATE, "2026-11-23")), "晚于");
        refused(() -> WRITING.write(LetterKind.REPLY, reply(facts(UNDER_2019, UNDER_2007), TYPES.byCode("R01"), null)), "早于收到申请之日");
        refused(() -> WRITING.write(LetterKind.FEE, notice(facts(), LetterKind.FEE, "按件计收").state(Stated.FEE_AMOUNT, "-1")), "金额");
    }

    @Test
    void what_was_typed_is_text_and_never_read_as_set_words() {
        var name = "<script>alert(1)</script>";
        var asked = new Asked("A1", new Party(name, false), UNDER_2019, "${7*7} {{REASON}} {REASON} $1 \\ \u202e反\u0000向\u200b😀 \ud800");
        var letter = WRITING.write(LetterKind.REPLY, reply(LetterFacts.of(OFFICE, asked, FROM_2024), TYPES.byCode("R04"), null).state(Stated.REASON, "{basis} ${basis} %s"));
        assertThat(letter.addressee()).isEqualTo(name);
        assertThat(letter.body().getFirst()).contains("${7*7} {{REASON}} {REASON} $1 \\ 反向😀");
        assertThat(letter.body()).contains("不予公开的理由：{basis} ${basis} %s。");
        refused(() -> WRITING.write(LetterKind.REPLY, reply(facts(), TYPES.byCode("R04"), null).state(Stated.REASON, "字".repeat(20_001))), "太长");
    }

    /** Of whatever was typed a letter keeps the signs that print, and only those. */
    @RepeatedTest(50)
    void any_text_keeps_what_prints(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var typed = random.ints(60, 0, Character.MAX_CODE_POINT + 1).map(sign -> random.nextInt(3) > 0 ? sign % 0x250 : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        var kept = LetterText.clean(typed, "理由");
        assertThat(LetterText.clean(kept, "理由")).isEqualTo(kept);
        assertThat(kept.codePoints().filter(sign -> sign != '\n')).noneMatch(sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT
                || Character.getType(sign) == Character.SURROGATE || !Character.isDefined(sign));
        assertThat(squeezed(kept).codePoints()).containsExactlyElementsOf(squeezed(typed).codePoints().filter(sign -> !Character.isISOControl(sign)
                && Character.isDefined(sign) && !Set.of((int) Character.FORMAT, (int) Character.SURROGATE, (int) Character.PRIVATE_USE).contains(Character.getType(sign)))
                .boxed().toList());
        var letter = WRITING.write(LetterKind.REPLY, reply(facts(), TYPES.byCode("R04"), null).state(Stated.REASON, "甲" + typed + "乙"));
        assertThat(squeezed(String.join("", letter.body()))).contains(squeezed(LetterText.value(Stated.REASON, "甲" + typed + "乙")));
    }

    private static String squeezed(String text) {
        return LetterText.squeezed(text).replaceAll("[\\p{Z}]", "");
    }

    static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID);
            assertThat(refusal.sentence()).contains(because).doesNotContain("null");
        });
    }
}
