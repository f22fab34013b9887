package openland.request;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openland.base.Refusal;
import openland.request.ReplyFile.Entry;
import openland.request.ReplyFile.Status;
import org.jspecify.annotations.Nullable;

/**
 * One of the 22 ways to answer a request (答复类型): a row of the statistics tables, an article, what the letter must say,
 * and which remedy it tells. Some have choices (商业秘密 or 个人隐私) that decide the row of the former table.
 */
public final class ReplyType {
    private final Entry entry;
    private final RemedyTerms terms;
    private final boolean toldAnyway;

    ReplyType(Entry entry, RemedyTerms terms, boolean toldAnyway) {
        this.entry = entry;
        this.terms = terms;
        this.toldAnyway = toldAnyway;
    }

    /** R01 to R22. */
    public String code() {
        return requireNonNull(entry.code());
    }

    public String name() {
        return requireNonNull(entry.name());
    }

    /** Row of the statistics table of 2021: 一, 二, 三1 … 三8, 四1 … 四3, 五1 … 五5, 六1 … 六3. */
    public String row() {
        return requireNonNull(entry.row());
    }

    /** Names of its choices; none when there is nothing to choose. */
    public List<String> choices() {
        return entry.alternatives().stream().map(choice -> requireNonNull(choice.name())).toList();
    }

    /**
     * Row of the form of 2014 to 2018 (3.3.1 …), if that form had one for it.
     *
     * @throws Refusal INVALID when the choice is missing or none of its own
     */
    public Optional<String> formerRow(@Nullable String choice) {
        return Optional.ofNullable(form(choice).formerRow());
    }

    /** The same where it does not depend on the choice; empty where it does, or where there is none. */
    String commonFormerRow() {
        return entry.formerRow() == null ? "" : entry.formerRow();
    }

    /** The article it rests on, for a request received on that day; none: the regulation of that day had no such reply. */
    public Optional<String> article(@Nullable String choice, LocalDate receivedOn) {
        return Optional.ofNullable(form(choice).basis(ReplyTypes.isFormer(receivedOn))).map(ReplyFile.Basis::article);
    }

    /** Whether the regulation under which a request of that day stays knows this reply. */
    public boolean existsFor(LocalDate receivedOn) {
        var forms = entry.alternatives().isEmpty() ? List.of(LetterForm.of(entry)) : entry.alternatives().stream().map(one -> LetterForm.of(entry, one)).toList();
        return forms.stream().anyMatch(form -> form.basis(ReplyTypes.isFormer(receivedOn)) != null);
    }

    /** False for those that a move of the request gives by itself: nobody drafts them. */
    public boolean isDrafted() {
        return !RequestMove.isGivenUp(code());
    }

    /** Whether it is so of that choice; of anything that is no choice of it, whether it is so of the whole reply. */
    public boolean is(ReplyTrait trait, @Nullable String choice) {
        return entry.alternatives().stream().filter(one -> requireNonNull(one.name()).equals(choice)).findFirst()
                .map(one -> LetterForm.of(entry, one)).orElseGet(() -> LetterForm.of(entry)).traits().contains(trait);
    }

    /** What a letter of that day tells of remedies. */
    public Remedy remedy(LocalDate letterDay) {
        return switch (requireNonNull(entry.remedy())) {
            case REVIEW_FIRST -> terms.on(letterDay).reviewFirst() ? Remedy.REVIEW_FIRST : Remedy.FREE;
            case REVIEW_FIRST_FOR_PART -> terms.on(letterDay).reviewFirst() ? Remedy.REVIEW_FIRST_FOR_PART : Remedy.FREE;
            case FREE -> Remedy.FREE;
            case NONE -> toldAnyway ? Remedy.FREE : Remedy.NONE;
        };
    }

    /** What the officer's form asks for, demanded things first. @throws Refusal INVALID as {@link #formerRow} */
    public List<Stated> fields(@Nullable String choice) {
        return form(choice).fields();
    }

    /** Whether a letter without it may be refused: it is demanded, alone or as one of several ways. */
    public boolean demands(@Nullable String choice, Stated what) {
        return form(choice).demands().stream().flatMap(LetterForm.Demand::named).anyMatch(what::equals);
    }

    /** What is still to be said, each as a phrase in Chinese. */
    public List<String> missing(@Nullable String choice, Map<Stated, String> stated) {
        return form(choice).missing(stated);
    }

    /** What of it rests on texts nobody has read yet, in sentences for the officer. */
    public List<String> unverified(@Nullable String choice, LocalDate receivedOn) {
        var notes = new ArrayList<String>();
        if (entry.rowStatus() != Status.READ) {
            notes.add("统计表（2021年）第" + row() + "行的名称尚未核对原文。");
        }
        notes.addAll(LetterNotes.basis(form(choice).basis(ReplyTypes.isFormer(receivedOn))));
        if (entry.doubted() != null) {
            notes.add("存疑：" + entry.doubted());
        }
        return List.copyOf(notes);
    }

    Entry entry() {
        return entry;
    }

    LetterForm form(@Nullable String choice) {
        return form(entry, choice, code() + "（" + name() + "）");
    }

    /** @throws Refusal INVALID when there are choices and this is none of them, or when there are none and this is one */
    static LetterForm form(Entry entry, @Nullable String choice, String what) {
        if (entry.alternatives().isEmpty()) {
            if (choice != null && !choice.isBlank()) {
                throw Refusal.invalid(what + "没有可以选择的情形，请不要填写“" + choice + "”。");
            }
            return LetterForm.of(entry);
        }
        return entry.alternatives().stream().filter(one -> requireNonNull(one.name()).equals(choice)).findFirst()
                .map(one -> LetterForm.of(entry, one))
                .orElseThrow(() -> Refusal.invalid(what + "请选择一种情形：" + String.join("、", entry.alternatives().stream().map(one -> requireNonNull(one.name())).toList()) + "。"));
    }

    @Override
    public String toString() {
        return code() + " " + name();
    }
}
