package openland.oversight;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes figures that offices report, and shows where parts and whole differ (对不上的数). */
@Service
public class Reporting {
    private static final Set<Post> REPORTERS = EnumSet.of(Post.LEADER, Post.HEAD);
    private static final long MOST = 1_000_000_000L;
    private static final YearMonth FIRST = YearMonth.of(2008, 5);

    private final ReportedStore store;
    private final Journal journal;
    private final InstantSource time;

    Reporting(ReportedStore store, Journal journal, InstantSource time) {
        this.store = store;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Takes the figures of a month; given again they replace what was given before, which is kept.
     *
     * @throws Refusal FORBIDDEN without post leader or head; INVALID for a part that there is not, a number below 0, a month to come
     */
    @Transactional
    public void report(Office office, ReportedKind kind, YearMonth month, Map<String, Long> parts, long total, Officer by) {
        by.mustHoldOneOf(REPORTERS, office.id());
        if (month.isBefore(FIRST) || month.isAfter(YearMonth.from(Time.dateOf(time.instant())))) {
            throw Refusal.invalid("月份应在2008年5月和本月之间。");
        }
        if (!kind.parts().stream().map(ReportedKind.Part::code).toList().containsAll(parts.keySet())) {
            throw Refusal.invalid("“" + kind.label() + "”没有这样的分项。");
        }
        if (parts.values().stream().anyMatch(part -> part < 0 || part > MOST) || total < 0 || total > MOST) {
            throw Refusal.invalid("数字应在0和10亿之间。");
        }
        store.add(new Reported(office.id(), kind, month, parts, total, time.instant()), by.id());
        journal.record(new Act("oversight.figures-reported", by.id(), office.id(), kind.code() + "/" + month, Map.of("total", total)));
    }

    /** Where parts and whole differ, the newest month first. */
    public List<Reported> differing(Collection<UUID> offices, int limit) {
        return store.newest(offices).stream().filter(reported -> reported.residue() != 0).limit(limit).toList();
    }

    /** All that was reported, the newest month first. */
    public List<Reported> of(Office office) {
        return store.newest(List.of(office.id()));
    }
}
