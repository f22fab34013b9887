package openland.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import openland.base.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The calendars in force and all earlier ones. Each question looks at the database, so that on every node, and within a
 * transaction, the newest notice holds.
 */
@Component
public class Calendars {
    private static final Pattern REGION = Pattern.compile("(\\d\\d){0,3}");

    private static final int KEPT = 16;

    private final NoticeStore notices;
    private final ApplicationEventPublisher events;
    private final InstantSource time;
    private final Map<Long, Edition> past = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Edition> eldest) {
            return size() > KEPT;
        }
    });
    private volatile Edition newest = new Edition(-1, List.of());

    Calendars(NoticeStore notices, ApplicationEventPublisher events, InstantSource time, ResourcePatternResolver resources,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.events = events;
        this.time = time;
        transaction.executeWithoutResult(_ -> loadOwn(NoticeFiles.all(resources)));
    }

    /** All notices of a version, and the calendars that were made of them. */
    private record Edition(long version, List<LoadedNotice> notices, Map<String, Calendar> made) {
        Edition(long version, List<LoadedNotice> notices) {
            this(version, notices, new ConcurrentHashMap<>());
        }

        /** What it would be with one more notice. */
        Edition with(Notice notice) {
            var all = new ArrayList<>(notices);
            all.removeIf(loaded -> loaded.notice().region().equals(notice.region()) && loaded.notice().year() == notice.year());
            all.add(new LoadedNotice(version, notice, false, Instant.EPOCH));
            return new Edition(version, all);
        }

        /** Regions without days of their own share the calendar of the region above. */
        Calendar of(String region) {
            var holding = notices.stream().map(LoadedNotice::notice).filter(notice -> region.startsWith(notice.region())).toList();
            var nearest = holding.stream().map(Notice::region).reduce("", (one, other) -> one.length() > other.length() ? one : other);
            return made.computeIfAbsent(nearest, _ -> Calendar.of(version, nearest, holding));
        }
    }

    /** The version of the newest calendar. It rises with every notice; numbers may be left out. */
    public long version() {
        return notices.version();
    }

    /** The calendar in force for the whole country. */
    public Calendar current() {
        return forRegion("");
    }

    /**
     * The calendar in force for a region: the country's, with what notices of the region or of those above it add.
     *
     * @param region a region code (行政区划代码) of two, four or six digits; empty for the whole country
     * @throws Refusal INVALID for anything else
     */
    public Calendar forRegion(String region) {
        return newest().of(checked(region));
    }

    /**
     * As {@link #forRegion}, as it was in {@code version}.
     *
     * @throws Refusal NOT_FOUND when there was no calendar yet
     */
    public Calendar asOf(String region, long version) {
        var known = past.get(version);
        if (known == null) {
            known = past(version);
            if (version <= notices.version()) {
                past.put(version, known);   // it does not change any more
            }
        }
        return known.of(checked(region));
    }

    private Edition past(long version) {
        var then = notices.newest(version);
        if (then.isEmpty()) {
            throw Refusal.notFound("没有第" + version + "版工作日历。");
        }
        return new Edition(then.stream().mapToLong(LoadedNotice::version).max().orElseThrow(), then);
    }

    /** The notices in force: those of the country first, by year. */
    public List<LoadedNotice> notices() {
        return newest().notices();
    }

    /**
     * Loads a notice; it replaces the one of the same region and year, which is kept. The same notice once more changes
     * nothing. Who may do so is asked by the caller.
     *
     * @return what changed; empty when nothing did
     * @throws Refusal CONFLICT when the country's notice for an earlier year is still missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CalendarChanged> load(Notice notice) {
        notices.lock();
        var days = wouldChange(notice);
        if (notices.newest(notice.region(), notice.year()).filter(before -> before.notice().digest().equals(notice.digest())).isPresent()) {
            return Optional.empty();
        }
        long version = notices.nextVersion();
        notices.add(new LoadedNotice(version, notice, false, time.instant()));
        var changed = new CalendarChanged(version, notice.region(), notice.year(), days);
        events.publishEvent(changed);
        return Optional.of(changed);
    }

    /**
     * The days that would become working days or rest days if {@code notice} were loaded now.
     *
     * @throws Refusal CONFLICT as {@link #load} does
     */
    public SortedSet<LocalDate> wouldChange(Notice notice) {
        var edition = newest();
        var old = edition.of(notice.region());
        if (notice.year() > old.settledTo().getYear() + (notice.region().isEmpty() ? 1 : 0)) {
            throw Refusal.conflict("请先装入全国" + (old.settledTo().getYear() + 1) + "年的放假安排，再装入" + notice.year() + "年的。");
        }
        var now = edition.with(notice).of(notice.region());
        var days = new TreeSet<LocalDate>();
        LocalDate.of(notice.year() - 1, 12, 1).datesUntil(LocalDate.of(notice.year() + 1, 1, 1))
                .filter(date -> old.day(date).isWorking() != now.day(date).isWorking()).forEach(days::add);
        return days;
    }

    /** What came with the program: years that are not there yet, and corrections of what an earlier program brought. */
    private void loadOwn(List<Notice> own) {
        notices.lock();
        var missing = own.stream().filter(notice -> !notices.wasEverLoaded(notice))
                .filter(notice -> notices.newest("", notice.year()).map(LoadedNotice::byProgram).orElse(true)).toList();
        if (!missing.isEmpty()) {
            long version = notices.nextVersion();
            missing.forEach(notice -> notices.add(new LoadedNotice(version, notice, true, time.instant())));
        }
    }

    private Edition newest() {
        long version = notices.version();
        var known = newest;
        if (known.version() != version) {
            known = new Edition(version, notices.newest(version));
            newest = known;
        }
        return known;
    }

    private static String checked(String region) {
        var code = region.strip();
        if (!REGION.matcher(code).matches()) {
            throw Refusal.invalid("行政区划代码region应是两位、四位或六位数字，全国的不填。");
        }
        return code;
    }
}
