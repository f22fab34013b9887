package openland.request;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a letter is made from. Begin with {@link #of}, add with the other methods; each gives a copy.
 *
 * @param number the letter's number (文号); none in a draft
 * @param date the day of the letter: it decides what is said of remedies
 * @param to whom it is for, when that is not the applicant (a third party, an organ); its name and whether it is an organisation
 * @param electronic delivered over the internet, so that the way to apply for review over the internet is told with it
 * @param type code of the reply type, of a reply
 * @param choice one of the type's or notice's choices, when it has any
 * @param body the formal text as an officer has edited it, one paragraph a line; blank: the set words
 */
public record LetterFacts(Sender sender, Asked asked, LocalDate date, @Nullable String number, @Nullable Party to, boolean electronic,
                          @Nullable String type, @Nullable String choice, Map<Stated, String> stated, String body) {
    /** @param organisation whether 贵单位 is said instead of 您 */
    public record Party(String name, boolean organisation) {}

    /**
     * The office that writes.
     *
     * @param contact how to reach it: person or desk, telephone, address; may have several lines
     * @param reviewBody who receives an application for review against it (行政复议机关), by name; before 2024 it may be two
     * @param court which court a suit goes to
     * @param reviewChannel where to apply for review over the internet, if there is such a place
     */
    public record Sender(String name, String contact, String reviewBody, String court, @Nullable String reviewChannel) {}

    /**
     * The request.
     *
     * @param number its number in the book
     * @param receivedOn decides the regime: before 2019-05-15 the Regulation of 2007
     * @param subject what is asked for, as it is quoted
     */
    public record Asked(String number, Party applicant, LocalDate receivedOn, String subject) {}

    public LetterFacts {
        var copy = new EnumMap<Stated, String>(Stated.class);
        copy.putAll(stated);
        stated = Map.copyOf(copy);
    }

    /** A letter to the applicant, without a number, by post or hand. */
    public static LetterFacts of(Sender sender, Asked asked, LocalDate date) {
        return new LetterFacts(sender, asked, date, null, null, false, null, null, Map.of(), "");
    }

    /** As a reply of this type; choice only when the type has choices. */
    public LetterFacts reply(String code, @Nullable String which) {
        return new LetterFacts(sender, asked, date, number, to, electronic, code, which, stated, body);
    }

    /** With one of the notice's choices. */
    public LetterFacts choose(String which) {
        return new LetterFacts(sender, asked, date, number, to, electronic, type, which, stated, body);
    }

    /** With one thing said; blank takes it away. */
    public LetterFacts state(Stated what, String words) {
        var more = new EnumMap<Stated, String>(Stated.class);
        more.putAll(stated);
        more.put(what, words);
        if (words.isBlank()) {
            more.remove(what);
        }
        return new LetterFacts(sender, asked, date, number, to, electronic, type, choice, more, body);
    }

    public LetterFacts state(Stated what, LocalDate day) {
        return state(what, day.toString());
    }

    public LetterFacts enclose(String... names) {
        return state(Stated.ENCLOSURE, String.join("\n", List.of(names)));
    }

    public LetterFacts numbered(String number) {
        return new LetterFacts(sender, asked, date, number, to, electronic, type, choice, stated, body);
    }

    public LetterFacts to(Party other) {
        return new LetterFacts(sender, asked, date, number, other, electronic, type, choice, stated, body);
    }

    public LetterFacts overTheInternet() {
        return new LetterFacts(sender, asked, date, number, to, true, type, choice, stated, body);
    }

    /** With the formal text as edited. */
    public LetterFacts edited(String text) {
        return new LetterFacts(sender, asked, date, number, to, electronic, type, choice, stated, text);
    }
}
