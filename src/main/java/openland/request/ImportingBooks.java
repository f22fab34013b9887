package openland.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.files.FileNames;
import openland.files.Files;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Old books (旧台账): one officer uploads and sees what is wrong with which line, a leader confirms, and the program takes what can be
 * taken. The same book again changes nothing.
 */
@Service
public class ImportingBooks {
    /** Who confirms. */
    public static final Set<Post> CONFIRMING = EnumSet.of(Post.LEADER, Post.HEAD);
    private static final Set<Post> SEEING = EnumSet.of(Post.IMPORTER, Post.LEADER, Post.HEAD);
    private static final int MOST_FAULTS = 200;
    /** Of a file. */
    public static final int LARGEST = 30 << 20;

    private final BookImportStore imports;
    private final OldReplies replies;
    private final Files files;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    ImportingBooks(BookImportStore imports, OldReplies replies, Files files, Offices offices, Journal journal, Ids ids, InstantSource time) {
        this.imports = imports;
        this.replies = replies;
        this.files = files;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** Where he may upload or confirm. @throws Refusal FORBIDDEN when nowhere */
    public List<Office> mine(Officer officer) {
        var mine = ids(officer, SEEING).stream().flatMap(id -> offices.byId(id).stream()).sorted(java.util.Comparator.comparing(Office::code)).toList();
        if (mine.isEmpty()) {
            throw Refusal.forbidden("导入旧台账需要岗位：导入岗（上传）、分管领导或者主要领导（确认）。您目前没有这些岗位。");
        }
        return mine;
    }

    private static Set<UUID> ids(Officer officer, Set<Post> posts) {
        return officer.posts().stream().filter(held -> posts.contains(held.post())).map(Officer.Holding::office).collect(Collectors.toSet());
    }

    /** The last fifty that he may see. */
    public List<BookImport> list(Officer officer) {
        return imports.of(ids(officer, SEEING));
    }

    /** @throws Refusal NOT_FOUND when there is none or it is another office's, of which the journal has a row */
    public BookImport see(UUID id, Officer officer) {
        var one = imports.byId(id).orElseThrow(ImportingBooks::none);
        if (!officer.holdsOneOf(SEEING, one.office())) {
            journal.recordAlone(new Act("office.foreign-refused", officer.id(), officer.office(), id.toString()));
            throw none();
        }
        return one;
    }

    private static Refusal none() {
        return Refusal.notFound("没有这次导入，或者它是别的机构的。");
    }

    /**
     * Takes a file in and reads it through; nothing is imported yet.
     *
     * @throws Refusal FORBIDDEN without the post; INVALID when it cannot be read, lacks a column or has too many lines
     */
    @Transactional
    public BookImport upload(UUID office, String name, byte[] file, Officer by) {
        by.mustHold(Post.IMPORTER, office);
        if (file.length > LARGEST) {
            throw new Refusal(Refusal.Reason.TOO_LARGE, "文件超过30 MB，请分开导入。");
        }
        var read = new Read();
        new OldBook(replies, Time.dateOf(time.instant())).read(file, (_, one) -> read.good(one), read::bad);
        var shown = FileNames.shown(name);
        var stored = files.store(shown, new ByteArrayInputStream(file));
        var region = offices.byId(office).orElseThrow().region();
        var one = new BookImport(ids.next(region), office, shown, stored.sha256(), BookImport.State.READ, read.good, read.bad, read.open, read.first, read.last, read.faults,
                by.id(), time.instant().truncatedTo(ChronoUnit.MICROS), null, null, 0, 0, "");
        imports.add(one);
        journal.record(new Act("request.book-uploaded", by.id(), office, one.id().toString(), Map.of("good", read.good, "bad", read.bad, "file", stored.sha256())));
        return one;
    }

    /** Counts what is read. */
    private static final class Read {
        private final List<BookImport.Fault> faults = new ArrayList<>();
        private int good;
        private int bad;
        private int open;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void good(OldRequest one) {
            good++;
            open += one.isOpen() ? 1 : 0;
            first = first == null || one.receivedOn().isBefore(first) ? one.receivedOn() : first;
            last = last == null || one.receivedOn().isAfter(last) ? one.receivedOn() : last;
        }

        void bad(OldBook.Fault fault) {
            bad++;
            if (faults.size() < MOST_FAULTS) {
                faults.add(new BookImport.Fault(fault.number(), fault.sentence()));
            }
        }
    }

    /**
     * A leader wants it imported. It is done in the background; confirming again changes nothing.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN without the post or for who uploaded it; CONFLICT when there is nothing to import
     */
    @Transactional
    public BookImport confirm(UUID id, Officer by) {
        var one = imports.locked(see(id, by).id()).orElseThrow();
        by.mustHoldOneOf(CONFIRMING, one.office());
        if (one.uploadedBy().equals(by.id())) {
            throw Refusal.forbidden("这份台账是您上传的，请由另一位领导确认。");
        }
        if (one.state() != BookImport.State.READ) {
            return one;
        }
        if (one.good() == 0) {
            throw Refusal.conflict("这份台账没有一行可以导入。");
        }
        imports.confirm(id, by.id(), time.instant());
        journal.record(new Act("request.book-confirmed", by.id(), one.office(), id.toString()));
        return imports.byId(id).orElseThrow();
    }

    /** The bytes that were uploaded. @throws Refusal NOT_FOUND when they are gone */
    byte[] bytes(BookImport one) {
        try (var in = files.open(one.sha256()).orElseThrow(() -> Refusal.notFound("上传的文件不在了，请重新上传。"))) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
