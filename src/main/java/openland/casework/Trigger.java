package openland.casework;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Wording;
import openland.catalogue.Item;
import org.jspecify.annotations.Nullable;

/**
 * Something happened, and so something is owed to the public (触发).
 *
 * @param item       the item whose piece is owed; null when {@code obligation} says what is
 * @param obligation the id of an obligation that no item's rule is; empty otherwise
 * @param happenedAt local in China; midnight where only the day counts
 * @param key        the number of the thing it is about (parcel, decision …); empty when it has none
 * @param subject    what it is about, for officers
 * @param ref        what it comes from: a case, a piece, a candidate, a file's line
 */
public record Trigger(UUID office, @Nullable String item, String obligation, LocalDateTime happenedAt, String key, String subject,
        Source source, String ref) {
    private static final int LONGEST = 300;
    private static final int LONGEST_KEY = 100;

    /** Who noticed. */
    public enum Source {
        /** An officer wrote it down. */ OFFICER,
        /** A program of the office reported it. */ PROGRAM,
        /** Another case or piece led to it. */ CASE,
        /** A period ended. */ CALENDAR,
        /** It was found to be missing, and confirmed. */ CANDIDATE
    }

    /** @throws Refusal INVALID when something is missing or too long */
    public Trigger {
        key = Wording.line(Item.asKey(key), "编号", LONGEST_KEY);
        subject = Wording.line(subject, "事由", LONGEST);
        if (item == null == obligation.isEmpty()) {
            throw Refusal.invalid("请写明是哪个目录事项（item）或者哪项义务（obligation），只写一个。");
        }
        if (subject.isEmpty() && key.isEmpty() && source != Source.CALENDAR) {
            throw Refusal.invalid("请写明事由（subject）或者编号（key），不然分不清是哪一件。");
        }
    }

    /** What an officer noticed that a piece of an item is owed since that day. */
    public static Trigger ofItem(UUID office, String item, java.time.LocalDate happenedOn, String key, String subject, Source source) {
        return new Trigger(office, item, "", happenedOn.atTime(LocalTime.MIDNIGHT), key, subject, source, "");
    }
}
