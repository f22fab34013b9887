package openland.oversight;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.base.Refusal.Reason;
import openland.base.Time;
import openland.casework.Candidate;
import openland.casework.Candidates;
import openland.screening.Finding;
import openland.screening.Screening;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A citizen says that something is missing (公众反映): without an account, and without anything about himself. */
@Service
public class Missing {
    /** Together no more than 500 signs. */
    public static final int LONGEST_WHAT = 300;
    public static final int LONGEST_WHERE = 200;
    private static final int LONGEST_KEY = 100;
    /** No letters that are taken for others. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final Candidates candidates;
    private final MissingStore store;
    private final Openness openness;
    private final Screening screening;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    Missing(Candidates candidates, MissingStore store, Openness openness, Screening screening, InstantSource time) {
        this.candidates = candidates;
        this.store = store;
        this.openness = openness;
        this.screening = screening;
        this.time = time;
    }

    /**
     * What he says.
     *
     * @param item       empty when he cannot say which it is
     * @param key        a number on it; empty when he knows none
     * @param what       what is missing
     * @param where      where he saw that it must be there; may be empty
     * @param happenedOn when it happened; null when he does not know
     */
    public record Report(UUID office, String item, String key, String what, String where, @Nullable LocalDate happenedOn) {
        public Report {
            key = key.strip();
            what = line(what);
            where = line(where);
        }

        private static String line(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    }

    /** Where it stands. @param decision why it was refused; empty otherwise @param duty what was opened */
    public record Standing(UUID office, String item, Candidate.State state, Instant saidAt, @Nullable Instant decidedAt, String decision,
            Optional<PublicDuty> duty) {}

    /**
     * Keeps it as a candidate. The same thing said twice is one; each who says it is given a number.
     *
     * @return the number under which it can be looked up
     * @throws Refusal INVALID for what is missing or too long; UNPROCESSABLE for personal data, of which nothing is kept
     */
    @Transactional
    public String report(Report report) {
        mustBeSayable(report);
        mustBeNobodysData(report);
        var reason = report.where().isEmpty() ? "公众反映，没有说在哪里看到。" : "公众反映：" + report.where();
        var candidate = candidates.found(new Candidates.Noticed(report.office(), report.item(), report.key(), report.what(), midnight(report.happenedOn()), reason,
                Candidate.Source.CITIZEN, "/openness/missing"));
        var number = number();
        store.add(number, candidate.id(), time.instant());
        return number;
    }

    private static @Nullable LocalDateTime midnight(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay();
    }

    private void mustBeSayable(Report report) {
        if (report.what().length() < 4) {
            throw Refusal.invalid("请写明缺的是什么，至少4个字。");
        }
        if (report.what().length() > LONGEST_WHAT || report.where().length() > LONGEST_WHERE || report.key().length() > LONGEST_KEY) {
            throw Refusal.invalid("太长：缺的是什么最多" + LONGEST_WHAT + "字，在哪里看到的最多" + LONGEST_WHERE + "字，编号最多" + LONGEST_KEY + "字。");
        }
        var day = report.happenedOn();
        if (day != null && (day.isAfter(Time.dateOf(time.instant())) || day.getYear() < 2007)) {
            throw Refusal.invalid("事情发生的日期应在2007年到今天之间；不知道就不填。");
        }
    }

    private void mustBeNobodysData(Report report) {
        var found = screening.screen(Map.of("what", report.what(), "where", report.where(), "key", report.key())).stream().filter(Finding::stops).toList();
        if (!found.isEmpty()) {
            throw new Refusal(Reason.UNPROCESSABLE, "这里不需要任何人的个人信息。请去掉后再提交；刚才填写的内容没有保存。",
                    found.stream().map(finding -> new Problem(label(finding.field()), finding.sentence())).toList());
        }
    }

    private static String label(String field) {
        return switch (field) {
            case "what" -> "缺的是什么";
            case "where" -> "在哪里看到的";
            default -> "编号";
        };
    }

    private String number() {
        var number = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                number.append('-');
            }
            number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return number.toString();
    }

    /** Where what was said under that number stands; the case of letters does not matter. */
    @Transactional(readOnly = true)
    public Optional<Standing> byNumber(String number) {
        return store.candidate(number.strip().toUpperCase(Locale.ROOT)).flatMap(candidates::byId).map(this::standing);
    }

    private Standing standing(Candidate candidate) {
        boolean refused = candidate.state() == Candidate.State.REFUSED;
        return new Standing(candidate.office(), candidate.item(), candidate.state(), candidate.foundAt(), candidate.decidedAt(),
                refused ? candidate.decision() : "", Optional.ofNullable(candidate.duty()).flatMap(openness::byId));
    }
}
