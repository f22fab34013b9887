package openland.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Working days as the notices have them, and as one more day off or one more day of work would make them. */
public final class Almanac {
    private static final List<Notice> NOTICES = NoticeFiles.all();

    private Almanac() {}

    public static Calendar official() {
        return Calendar.of(1, "", NOTICES);
    }

    /** @param off whether nobody works on that day; otherwise a weekend that is worked */
    public static Calendar but(LocalDate day, boolean off) {
        var local = new Notice("45", day.getYear(), "当地安排", null, null, List.of(new NoticeDay(day, off, "当地节日")));
        return Calendar.of(2, "45", Stream.concat(NOTICES.stream(), Stream.of(local)).toList());
    }
}
