package openland.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.RepeatedWork;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.casework.CaseKind;
import openland.casework.FollowedCases;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports confirmed books, some hundred lines in one transaction; what stopped halfway begins anew and finds the first lines known. */
@Component
class BookImporter extends RepeatedWork {
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BookImportStore imports;
    private final ImportingBooks books;
    private final OldReplies replies;
    private final RequestKey key;
    private final Happening happening;
    private final FollowedCases cases;
    private final Calendars calendars;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    BookImporter(BookImportStore imports, ImportingBooks books, OldReplies replies, RequestKey key, Happening happening, FollowedCases cases, Calendars calendars, Offices offices,
            Journal journal, Ids ids, InstantSource time, TransactionTemplate transaction) {
        super("book importer", Duration.ofSeconds(5));
        this.imports = imports;
        this.books = books;
        this.replies = replies;
        this.key = key;
        this.happening = happening;
        this.cases = cases;
        this.calendars = calendars;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    protected boolean work() {
        var claimed = imports.claimed(time.instant(), PATIENCE);
        claimed.ifPresent(this::run);
        return claimed.isPresent();
    }

    private void run(BookImport one) {
        try {
            var run = new Run(one, offices.byId(one.office()).orElseThrow());
            new OldBook(replies, Time.dateOf(time.instant())).read(books.bytes(one), (_, line) -> run.take(line), _ -> { });
            run.flush();
            transaction.executeWithoutResult(_ -> {
                imports.end(one.id(), BookImport.State.DONE, "");
                journal.record(new Act("request.book-imported", one.confirmedBy(), one.office(), one.id().toString(), Map.of("fresh", run.fresh, "known", run.known)));
            });
        } catch (Refusal refusal) {
            imports.end(one.id(), BookImport.State.FAILED, refusal.sentence());
        }
    }

    /** One book on its way. */
    private final class Run {
        private final BookImport book;
        private final Office office;
        private final List<OldRequest> waiting = new ArrayList<>();
        private int fresh;
        private int known;

        Run(BookImport book, Office office) {
            this.book = book;
            this.office = office;
        }

        void take(OldRequest line) {
            waiting.add(line);
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            transaction.executeWithoutResult(_ -> {
                key.ready();   // while there is no form yet: afterwards none could be made for the first one filed here
                var there = imports.known(waiting.stream().map(this::key).toList());
                var rows = new Rows(book, office);
                waiting.stream().filter(line -> !there.contains(key(line))).forEach(line -> rows.add(line, key(line)));
                imports.add(rows.batch());
                fresh += waiting.size() - there.size();
                known += there.size();
                imports.beat(book.id(), fresh, known, time.instant());
            });
            waiting.clear();
        }

        private String key(OldRequest line) {
            return "book-" + Digests.hex(Digests.sha256((office.id() + "\n" + line.number()).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What a line becomes: rows of five tables. */
    private final class Rows {
        private final BookImport book;
        private final Office office;
        private final BookImportStore.Batch batch = new BookImportStore.Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        Rows(BookImport book, Office office) {
            this.book = book;
            this.office = office;
        }

        BookImportStore.Batch batch() {
            return batch;
        }

        void add(OldRequest line, String key) {
            var now = time.instant().truncatedTo(ChronoUnit.MICROS);
            var applicant = ids.next(office.region());
            var filing = ids.next(office.region());
            var request = ids.next(office.region());
            batch.applicants().add(Map.of("id", applicant, "kind", line.kind().name(), "digest", Digests.hex(Digests.sha256(applicant.toString().getBytes(StandardCharsets.UTF_8)))));
            batch.filings().add(Map.of("id", filing, "office", office.id(), "applicant", applicant, "channel", line.channel().name(), "arrived", line.receivedOn().toString(),
                    "filed", now.toString(), "client", key, "officer", book.uploadedBy()));
            var told = line.events(book.uploadedBy(), now);
            batch.requests().add(request(line, told, filing, request));
            for (var one : told) {
                var event = one.event();
                batch.events().add(Map.of("request", request, "n", event.n(), "move", event.move().name(), "day", event.on().toString(), "at", now.toString(),
                        "officer", book.uploadedBy(), "remark", event.remark(), "detail", event.detail(), "stage", one.to().name()));
            }
            line.remedies().forEach(remedy -> batch.remedies().add(remedy(remedy, request, now.toString())));
        }

        private Map<String, @Nullable Object> request(OldRequest line, List<OldRequest.Told> told, UUID filing, UUID request) {
            var number = office.code() + "-" + line.number();
            var row = new HashMap<String, @Nullable Object>(Map.of("id", request, "filing", filing, "office", office.id(), "number", number, "asked", line.asked(),
                    "digest", Digests.hex(RequestStore.askedDigest(line.asked())), "kind", line.kind().name(), "channel", line.channel().name(), "version", told.size(),
                    "unit", line.unit()));
            row.put("stage", told.getLast().to().name());
            row.put("regime", Regime.of(line.receivedOn()).name());
            row.put("received", line.receivedOn().toString());
            row.put("reply", line.reply());
            row.put("part", line.part());
            row.put("closed", line.repliedOn() == null ? null : line.repliedOn().toString());
            counted(line, told, row, number, request);
            return row;
        }

        private void counted(OldRequest line, List<OldRequest.Told> told, Map<String, @Nullable Object> row, String number, UUID request) {
            var clock = RequestClock.of(told.stream().map(OldRequest.Told::event).toList());
            var calendar = calendars.forRegion(office.region());
            var within = happening.within(office, line.receivedOn());
            row.put("extended", clock.extensions() > 0);
            var closed = line.repliedOn();
            if (closed == null) {
                row.put("kept", opened(line, clock, number, request));
                return;
            }
            var answered = clock.answeredOn();
            row.put("in_time", answered == null || clock.due(within, calendar).map(due -> !answered.isAfter(due.date())).orElse(true));
            row.put("counted", clock.countedDays(closed, calendar));
            row.put("excluded", clock.excludedDays(closed, calendar));
        }

        /** What is still open stands in the worklist like any other. */
        private UUID opened(OldRequest line, RequestClock clock, String number, UUID request) {
            var calendar = calendars.forRegion(office.region());
            var opened = cases.open(new FollowedCases.Opening(CaseKind.REQUEST, office, happening.obligation(office, line.receivedOn()), line.receivedOn(), number,
                    request.toString(), book.uploadedBy()));
            return cases.count(opened.id(), clock.facts(happening.within(office, line.receivedOn()), calendar), "导入").id();
        }

        private Map<String, @Nullable Object> remedy(OldRequest.Sued remedy, UUID request, String now) {
            var row = new HashMap<String, @Nullable Object>(Map.of("id", ids.next(office.region()), "request", request, "kind", remedy.kind().name(),
                    "copied", remedy.on().toString(), "at", now, "officer", book.uploadedBy()));
            var result = remedy.result();
            row.put("result", result == null ? null : result.name());
            row.put("decided", result == null ? null : remedy.on().toString());
            return row;
        }
    }
}
