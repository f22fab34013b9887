package openland.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A letter in words, before it is a file. One that says less than the law demands cannot be made: the constructor refuses
 * a body without a demanded statement, and a reply whose remedies are not those of its day.
 *
 * @param type what a reply answers; none for a notice
 * @param number its number; none in a draft
 * @param addressee the line that addresses, without its colon
 * @param summary one or two sentences in plain words
 * @param body the formal text, a paragraph each
 * @param enclosures names of what is sent with it
 * @param remedy which remedies it tells of
 * @param remedies their text
 * @param contact of the office, line by line
 * @param must what the body has to say, by name
 * @param notes for the officer, never printed
 */
public record Letter(LetterKind kind, @Nullable ReplyType type, String office, @Nullable String number, LocalDate date, String addressee, String title,
                     String summary, List<String> body, List<String> enclosures, Remedy remedy, List<String> remedies, List<String> contact,
                     Map<String, String> must, List<String> notes) {
    /** @throws Refusal INVALID naming what is missing or wrong */
    public Letter {
        body = List.copyOf(body);
        enclosures = List.copyOf(enclosures);
        remedies = List.copyOf(remedies);
        contact = List.copyOf(contact);
        must = Map.copyOf(must);
        notes = List.copyOf(notes);
        if ((kind == LetterKind.REPLY) != (type != null)) {
            throw Refusal.invalid("答复书应当有一种答复类型，其他信件没有。");
        }
        mustBeRight(type, date, remedy);
        RemedyText.mustTell(remedy, remedies);
        mustSay(body, must);
    }

    private static void mustBeRight(@Nullable ReplyType type, LocalDate date, Remedy remedy) {
        if (type != null && type.remedy(date) != remedy) {
            throw Refusal.invalid("救济途径不对：" + LetterText.date(date) + "作出的“" + type.name() + "”，" + RemedyText.inWords(type.remedy(date)) + "。");
        }
    }

    private static void mustSay(List<String> body, Map<String, String> must) {
        var text = LetterText.squeezed(String.join("", body));
        must.entrySet().stream().sorted(Map.Entry.comparingByKey()).filter(one -> !text.contains(LetterText.squeezed(one.getValue()))).findFirst().ifPresent(one -> {
            throw Refusal.invalid("正文缺少必须写明的“" + one.getKey() + "”：" + one.getValue() + "。要改它，请改这一栏，不要从正文里删去。");
        });
    }

    /** With the formal text as an officer has edited it. @throws Refusal INVALID when it lacks what must be said */
    public Letter withBody(List<String> edited) {
        return new Letter(kind, type, office, number, date, addressee, title, summary, edited, enclosures, remedy, remedies, contact, must, notes);
    }

    /** With other words on remedies. @throws Refusal INVALID when they do not tell what the law of the day demands */
    public Letter withRemedies(List<String> edited) {
        return new Letter(kind, type, office, number, date, addressee, title, summary, body, enclosures, remedy, edited, contact, must, notes);
    }

    /** With its number, when it leaves the draft. */
    public Letter numbered(String given) {
        return new Letter(kind, type, office, LetterText.line(given, "文号"), date, addressee, title, summary, body, enclosures, remedy, remedies, contact, must, notes);
    }

    /** Everything printed, from top to bottom. */
    public List<String> printed() {
        var head = java.util.stream.Stream.of(office, number == null ? "" : number, title, summary, addressee + "：").filter(line -> !line.isEmpty());
        var listed = enclosures.isEmpty() ? List.<String>of() : enclosures;
        return java.util.stream.Stream.of(head, body.stream(), remedies.stream(), contact.stream(), listed.stream(), java.util.stream.Stream.of(office, LetterText.date(date)))
                .flatMap(lines -> lines).toList();
    }
}
