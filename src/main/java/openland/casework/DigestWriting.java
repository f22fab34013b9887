package openland.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.MailAddress;
import openland.base.Time;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.delivery.Message;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officer.Holding;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes an officer's digest of reminders. Leaders and heads read of a late duty when it has come up to them, whoever does the
 * work reads of all. Only what the public may read is in it: the address is not checked, the desk is.
 */
@Component
class DigestWriting {
    private static final int SOON = 3;
    private static final int MOST = 200;
    private static final int MOST_MOVED = 50;

    private final ReminderStore store;
    private final Candidates candidates;
    private final Escalation escalation;
    private final Offices offices;
    private final Calendars calendars;
    private final String url;

    DigestWriting(ReminderStore store, Candidates candidates, Escalation escalation, Offices offices, Calendars calendars,
            @Value("${openland.url}") String url) {
        this.store = store;
        this.candidates = candidates;
        this.escalation = escalation;
        this.offices = offices;
        this.calendars = calendars;
        this.url = url.replaceAll("/+$", "");
    }

    /** @param lines how many things it tells; 0 when there is nothing to be told */
    record Digest(String subject, String text, int lines, Set<UUID> offices) {
        Message message(MailAddress to, String reference) {
            return new Message(to, subject, text, reference, null);
        }
    }

    /** What he is told now. @param since when he was told before: dates that moved after it are told */
    Digest digest(Officer officer, Instant since, Instant now) {
        var own = officer.posts().stream().filter(held -> DutySight.READERS.contains(held.post())).collect(Collectors.toSet());
        var here = own.stream().map(Holding::office).collect(Collectors.toSet());
        var names = names(here);
        var calendar = calendars.forRegion(offices.byId(officer.office()).map(Office::region).orElse(""));
        var today = Time.dateOf(now);
        var near = store.owed(here, midnightAfter(calendar.workingDayAfter(today, SOON)), MOST);
        var after = thresholds(own);
        var late = near.stream().filter(owed -> owed.isLate(now))
                .filter(owed -> calendar.workingDaysBetween(owed.dueOn(), today) >= after.getOrDefault(owed.office(), 0)).toList();
        var soon = near.stream().filter(owed -> !owed.isLate(now)).toList();
        var moved = store.moved(here, since, now, MOST_MOVED);
        long waiting = candidates.countWaiting(offices(own, Candidates.DECIDERS));
        int reminders = store.countWaiting(offices(own, Reminders.HANDS));

        var text = new ArrayList<String>();
        text.add(officer.displayName() + "：");
        section(text, "逾期", late.stream().map(owed -> owed(owed, names, lateness(owed, calendar, today))).toList());
        section(text, "三个工作日内到期", soon.stream().map(owed -> owed(owed, names, owed.dueOn().equals(today) ? "今天到期" : "")).toList());
        section(text, "期限变动", moved.stream().map(this::moved).toList());
        waiting(text, "待回执的催办", reminders, "/desk/reminders");
        waiting(text, "待确认的线索", waiting, "/desk/candidates");
        if (near.size() == MOST || moved.size() == MOST_MOVED) {
            text.add("\n还有更多，请在工作台查看。");
        }
        text.add("\n全部公开义务：" + url + "/desk/duties\n不想收到这样的邮件：" + url + "/desk/address\n");
        return new Digest(subject(late.size(), soon.size(), moved.size(), reminders, waiting, today), String.join("\n", text),
                late.size() + soon.size() + moved.size() + reminders + (int) Math.min(waiting, MOST), here);
    }

    /** The least of what his posts say, for each office. */
    private Map<UUID, Integer> thresholds(Set<Holding> own) {
        var after = new HashMap<UUID, Integer>();
        own.stream().collect(Collectors.groupingBy(Holding::office))
                .forEach((office, held) -> after.put(office, escalation.after(held.stream().map(Holding::post))));
        return after;
    }

    private static Set<UUID> offices(Set<Holding> own, Set<Post> posts) {
        return own.stream().filter(held -> posts.contains(held.post())).map(Holding::office).collect(Collectors.toSet());
    }

    /** Where he works for one office only, its name need not be said. */
    private Map<UUID, String> names(Collection<UUID> here) {
        return here.size() < 2 ? Map.of() : here.stream().flatMap(id -> offices.byId(id).stream()).collect(Collectors.toMap(Office::id, Office::name));
    }

    private static String lateness(Owed owed, Calendar calendar, LocalDate today) {
        int days = calendar.workingDaysBetween(owed.dueOn(), today);
        return days == 0 ? "已经过期" : "晚了" + days + "个工作日";
    }

    private String owed(Owed owed, Map<UUID, String> names, String note) {
        var office = names.getOrDefault(owed.office(), "");
        return owed.name() + "　期限" + owed.dueOn() + (note.isEmpty() ? "" : "，" + note) + (office.isEmpty() ? "" : "　" + office) + "\n   " + duty(owed.duty());
    }

    private String moved(ReminderStore.Moved moved) {
        return moved.name() + "　原来" + moved.from() + "，改为" + moved.to() + "。" + moved.reason() + "\n   " + duty(moved.duty());
    }

    private String duty(UUID id) {
        return url + "/desk/duties/" + id;
    }

    private static void section(List<String> text, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            text.add("\n" + head + "（" + lines.size() + "件）");
            for (int i = 0; i < lines.size(); i++) {
                text.add((i + 1) + ". " + lines.get(i));
            }
        }
    }

    private void waiting(List<String> text, String head, long count, String path) {
        if (count > 0) {
            text.add("\n" + head + "（" + count + "件）：" + url + path);
        }
    }

    /** 公开义务提醒：逾期2件，三个工作日内到期1件（2026-11-23）. */
    private static String subject(int late, int soon, int moved, int reminders, long waiting, LocalDate today) {
        var parts = new ArrayList<String>();
        part(parts, "逾期", late);
        part(parts, "三个工作日内到期", soon);
        part(parts, "期限变动", moved);
        part(parts, "催办", reminders);
        part(parts, "线索", waiting);
        return "公开义务提醒：" + String.join("，", parts) + "（" + today + "）";
    }

    private static void part(List<String> parts, String what, long count) {
        if (count > 0) {
            parts.add(what + count + "件");
        }
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(Time.CHINA).toInstant().plusSeconds(1);
    }
}
