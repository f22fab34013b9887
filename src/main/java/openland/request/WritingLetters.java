package openland.request;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.request.LetterFacts.Party;
import openland.request.ReplyFile.Basis;
import openland.request.ReplyFile.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns facts into a letter (答复书、通知书): the set words, what must be said, the remedies of the letter's day. */
@Component
public class WritingLetters {
    private static final Pattern ARTICLE = Pattern.compile("第[〇零一二三四五六七八九十百\\d]+条");

    private final ReplyTypes types;

    WritingLetters(ReplyTypes types) {
        this.types = types;
    }

    /** Everything decided before the words are put together. */
    private record Plan(LetterKind kind, @Nullable ReplyType type, Entry entry, LetterForm form, Basis basis, boolean former) {}

    /**
     * The letter as the law of its day and of the request's regime wants it.
     *
     * @throws Refusal INVALID with a sentence that names what is missing or may not be
     */
    public Letter write(LetterKind kind, LetterFacts facts) {
        var plan = plan(kind, facts);
        mustBeComplete(plan, facts);
        var said = said(plan, facts);
        var set = body(plan, said);
        var letter = letter(plan, facts, said, set);
        mustNotTellWhoAsked(plan.entry(), facts, letter);
        return facts.body().isBlank() ? letter : edited(plan, facts, letter);
    }

    private Letter edited(Plan plan, LetterFacts facts, Letter letter) {
        var edited = letter.withBody(LetterText.lines(LetterText.clean(facts.body(), "正文")).toList());
        mustNotTellWhoAsked(plan.entry(), facts, edited);
        return edited;
    }

    private Plan plan(LetterKind kind, LetterFacts facts) {
        var former = ReplyTypes.isFormer(facts.asked().receivedOn());
        var type = kind == LetterKind.REPLY ? types.byCode(requireNonNullElse(facts.type(), "")) : null;
        var form = type == null ? ReplyType.form(types.entry(kind), facts.choice(), kind.label()) : type.form(facts.choice());
        var entry = type == null ? types.entry(kind) : type.entry();
        var basis = form.basis(former);
        if (basis == null) {
            throw Refusal.invalid("2019年5月15日以前收到的申请适用2007年公布的条例，那时没有“" + (type == null ? kind.label() : type.name()) + "”，请另选。");
        }
        if (entry.from() != null && facts.date().isBefore(entry.from())) {
            throw Refusal.invalid(kind.label() + "从" + LetterText.date(entry.from()) + "起才有依据，这封信的日期是" + LetterText.date(facts.date()) + "。");
        }
        return new Plan(kind, type, entry, form, basis, former);
    }

    private void mustBeComplete(Plan plan, LetterFacts facts) {
        if (facts.date().isBefore(facts.asked().receivedOn())) {
            throw Refusal.invalid("信件的日期" + LetterText.date(facts.date()) + "早于收到申请之日" + LetterText.date(facts.asked().receivedOn()) + "。");
        }
        if (plan.entry().isToOthers() && facts.to() == null) {
            throw Refusal.invalid(plan.kind().label() + "请写明收信人。");
        }
        var unknown = facts.stated().keySet().stream().filter(one -> !plan.form().fields().contains(one) && one != Stated.ENCLOSURE).sorted().toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("这种信件不写“" + unknown.getFirst().label() + "”，请去掉。");
        }
        var missing = plan.form().missing(present(facts.stated()));
        if (!missing.isEmpty()) {
            throw Refusal.invalid("还缺必须写明的内容：" + String.join("；", missing) + "。");
        }
        mustFitTogether(facts);
        if (facts.electronic() && remedy(plan, facts) != Remedy.NONE && facts.sender().reviewChannel() == null
                && types.terms().on(facts.date()).channelBasis() != null) {
            throw Refusal.invalid("通过互联网送达的，应当同时写明提交行政复议申请书的互联网渠道（行政复议法第二十二条第二款），请先在机构信息中填写。");
        }
    }

    private static Map<Stated, String> present(Map<Stated, String> stated) {
        var present = new HashMap<>(stated);
        present.values().removeIf(words -> LetterText.clean(words, "填写的内容").isBlank());
        return present;
    }

    private static void mustFitTogether(LetterFacts facts) {
        var stated = facts.stated();
        if (stated.containsKey(Stated.OTHER_ORGAN) && stated.containsKey(Stated.OTHER_ORGAN_UNKNOWN)) {
            throw Refusal.invalid("已经写明负责公开的机关，就不能同时写“不能确定”。");
        }
        if (stated.containsKey(Stated.GROUND_ARTICLE) && !ARTICLE.matcher(stated.get(Stated.GROUND_ARTICLE)).find()) {
            throw Refusal.invalid("“依据的具体条款”应当写到条，例如“《中华人民共和国政府信息公开条例》第十五条”。");
        }
        mustBeAfter(facts, Stated.NEW_DUE_DATE, Stated.DUE_DATE);
        for (var period : List.of(Stated.CORRECTION_UNTIL, Stated.FEE_UNTIL)) {
            if (stated.containsKey(period) && facts.type() != null && !facts.date().isAfter(LetterText.day(period, stated.get(period)))) {
                throw Refusal.invalid("“" + period.label() + "”到" + LetterText.value(period, stated.get(period)) + "为止，还没有过，不能作不再处理的告知。");
            }
        }
    }

    private static void mustBeAfter(LetterFacts facts, Stated later, Stated earlier) {
        var stated = facts.stated();
        if (stated.containsKey(later) && stated.containsKey(earlier)
                && !LetterText.day(later, stated.get(later)).isAfter(LetterText.day(earlier, stated.get(earlier)))) {
            throw Refusal.invalid("“" + later.label() + "”应当晚于“" + earlier.label() + "”。");
        }
    }

    private Map<String, String> said(Plan plan, LetterFacts facts) {
        var said = new LinkedHashMap<String, String>();
        var reader = reader(facts);
        said.put("you", reader.organisation() ? "贵单位" : "您");
        said.put("subject", LetterText.line(facts.asked().subject(), "申请公开的内容"));
        said.put("request", LetterText.line(facts.asked().number(), "登记编号"));
        said.put("received", LetterText.date(facts.asked().receivedOn()));
        said.put("basis", (plan.former() ? types.file().formerRegulation() : types.file().regulation()) + plan.basis().article());
        if (facts.choice() != null) {
            said.put("choice", facts.choice());
        }
        present(facts.stated()).forEach((what, words) -> said.put(what.name(), LetterText.value(what, words)));
        return said;
    }

    private List<String> body(Plan plan, Map<String, String> said) {
        var paragraphs = new ArrayList<String>();
        if (plan.kind() != LetterKind.RECEIPT) {
            paragraphs.add(LetterText.filled(requireNonNullElse(plan.entry().opening(), types.file().opening()), said));
        }
        for (var alternatives : plan.form().body(plan.former())) {
            alternatives.stream().filter(words -> LetterText.canFill(words, said.keySet())).findFirst()
                    .ifPresent(words -> LetterText.lines(LetterText.filled(words, said)).forEach(paragraphs::add));
        }
        return paragraphs;
    }

    private Letter letter(Plan plan, LetterFacts facts, Map<String, String> said, List<String> body) {
        var sender = facts.sender();
        var office = LetterText.line(sender.name(), "机关名称");
        var remedy = remedy(plan, facts);
        var term = types.terms().on(facts.date());
        var bodies = remedy == Remedy.NONE ? sender : new LetterFacts.Sender(office, sender.contact(), LetterText.line(sender.reviewBody(), "行政复议机关的名称"),
                LetterText.line(sender.court(), "有管辖权的人民法院的名称"), sender.reviewChannel());
        var notes = new ArrayList<String>();
        notes.addAll(plan.type() == null ? LetterNotes.basis(plan.basis()) : plan.type().unverified(facts.choice(), facts.asked().receivedOn()));
        if (plan.type() != null || remedy != Remedy.NONE) {
            notes.addAll(LetterNotes.remedies(term, remedy));
        }
        return new Letter(plan.kind(), plan.type(), office, facts.number() == null ? null : LetterText.line(facts.number(), "文号"), facts.date(),
                LetterText.line(reader(facts).name(), "收信人"), plan.form().title(), LetterText.filled(plan.form().summary(plan.former()), said) + RemedyText.inShort(remedy), body,
                LetterText.lines(LetterText.clean(facts.stated().getOrDefault(Stated.ENCLOSURE, ""), "附件")).toList(), remedy, RemedyText.of(remedy, term, bodies),
                LetterText.lines(LetterText.clean(sender.contact(), "联系方式")).toList(), must(plan, said, body), notes);
    }

    private Remedy remedy(Plan plan, LetterFacts facts) {
        return plan.type() != null ? plan.type().remedy(facts.date()) : requireNonNullElse(plan.entry().remedy(), Remedy.NONE);
    }

    /** What the body must keep when an officer edits it. */
    private static Map<String, String> must(Plan plan, Map<String, String> said, List<String> body) {
        var must = new HashMap<String, String>();
        plan.form().demands().stream().flatMap(LetterForm.Demand::named).filter(one -> said.containsKey(one.name()))
                .forEach(one -> must.put(one.label(), requireNonNull(said.get(one.name()))));
        if (String.join("", body).contains(plan.basis().article())) {
            must.put("法律依据", plan.basis().article());
        }
        return must;
    }

    private static Party reader(LetterFacts facts) {
        return facts.to() == null ? facts.asked().applicant() : facts.to();
    }

    /** A third party or another organ is not told who asked (foi.md P10). */
    private static void mustNotTellWhoAsked(Entry entry, LetterFacts facts, Letter letter) {
        var name = LetterText.squeezed(facts.asked().applicant().name());
        if (entry.isToOthers() && name.length() > 1 && Stream.of(letter.printed()).anyMatch(lines -> LetterText.squeezed(String.join("", lines)).contains(name))) {
            throw Refusal.invalid("给第三方和其他机关的信不能写出申请人是谁，请从文字中去掉“" + name + "”。");
        }
    }
}
