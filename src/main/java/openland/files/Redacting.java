package openland.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.files.PageRedaction.Look;
import openland.files.PageRedaction.Page;
import openland.files.PageRedaction.Wanted;
import org.springframework.stereotype.Service;

/**
 * Makes of a file that may be given in part the copy that goes out (区分处理, 政府信息公开条例第三十七条). Pages are painted
 * anew as pictures, so nothing lies below a mark; cells get other words. A copy that does not stand the proof is not stored.
 */
@Service
public class Redacting {
    /** The most marks for one file. */
    public static final int MOST_MARKS = 5_000;
    private static final int MOST_WORDS = 200;
    private static final int LONGEST_WORD = 200;

    private final Files files;
    private final FileStore known;
    private final Inspecting inspecting;
    private final Map<String, PageRedaction> pages;
    private final Map<String, CellRedaction> cells;

    Redacting(Files files, FileStore known, Inspecting inspecting, List<PageRedaction> pages, List<CellRedaction> cells) {
        this.files = files;
        this.known = known;
        this.inspecting = inspecting;
        this.pages = byType(pages, PageRedaction::types);
        this.cells = byType(cells, CellRedaction::types);
    }

    private static <T> Map<String, T> byType(List<T> all, Function<T, java.util.Set<String>> types) {
        return all.stream().flatMap(one -> types.apply(one).stream().map(type -> Map.entry(type, one)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether areas of its pages can be covered. @throws Refusal NOT_FOUND */
    public boolean hasPages(String sha256) {
        return pages.containsKey(find(sha256).type());
    }

    /** Whether cells of it can be covered. @throws Refusal NOT_FOUND */
    public boolean hasCells(String sha256) {
        return cells.containsKey(find(sha256).type());
    }

    /**
     * What still stands against giving a file to somebody as it is: everything in it that a reader does not see, each with
     * its place. Empty when nothing does.
     *
     * @throws Refusal NOT_FOUND; CONFLICT while it waits for the virus scanner
     */
    public List<Hidden> releasable(String sha256) {
        files.mustBeClean(sha256);
        return files.inspection(sha256).hidden();
    }

    /**
     * A copy without everything hidden that the program can take out: hidden sheets, rows, columns, caches, comments. An
     * officer has said that it can go. What {@link #releasable} still says of it must be taken out by hand.
     *
     * @throws Refusal as {@link #releasable}
     */
    public StoredFile cleared(String sha256) {
        files.mustBeClean(sha256);
        var copy = files.withoutHidden(sha256);
        for (int again = 0; again < 2 && !files.inspection(copy.sha256()).hidden().isEmpty(); again++) {
            copy = files.withoutHidden(copy.sha256());
        }
        return copy;
    }

    /** How many pages it has. @throws Refusal NOT_FOUND; CONFLICT in quarantine; INVALID when it has none that can be covered */
    public int count(String sha256) {
        return onPages(sha256, (redaction, file, type) -> redaction.count(file, type));
    }

    /** The pages as they are looked at, with their text; that of scans as far as it can be recognised. @throws Refusal as {@link #count} */
    public List<Page> pages(String sha256) {
        return onPages(sha256, (redaction, file, type) -> redaction.pages(file, type));
    }

    /** A page as PNG. @param page from 1 @param marks see {@link PageRedaction#paint} @throws Refusal as {@link #count}; NOT_FOUND */
    public byte[] picture(String sha256, int page, List<RedactionMark> marks, Look look) {
        return onPages(sha256, (redaction, file, type) -> {
            var png = new ByteArrayOutputStream();
            redaction.paint(file, type, page, marks, look, png);
            return png.toByteArray();
        });
    }

    /**
     * Marks for all places where one of the words stands, also across the end of a line; full and half width, capitals
     * and blanks do not count.
     *
     * @throws Refusal as {@link #count}; INVALID with too many or empty words
     */
    public List<RedactionMark> occurrences(String sha256, List<Wanted> wanted) {
        if (wanted.size() > MOST_WORDS || wanted.stream().anyMatch(one -> one.word().isBlank() || one.word().length() > LONGEST_WORD)) {
            throw Refusal.invalid("要查找的词每次最多" + MOST_WORDS + "个，每个1到" + LONGEST_WORD + "个字。");
        }
        return onPages(sha256, (redaction, file, type) -> redaction.find(file, type, wanted));
    }

    /** Hidden words that can still be read elsewhere on the pages. @throws Refusal as {@link #redact} */
    public List<Redacted.Left> left(String sha256, List<RedactionMark> marks) {
        mustBeSome(marks.size());
        return onPages(sha256, (redaction, file, type) -> redaction.left(file, type, marks));
    }

    /**
     * The copy with the marks painted on, proved and stored, and its text.
     *
     * @throws Refusal as {@link #count}; INVALID without marks, with more than {@link #MOST_MARKS}, with one on a page that is
     *                 not there; UNPROCESSABLE when the proof fails: then nothing is stored
     */
    public Redacted redact(String sha256, List<RedactionMark> marks) {
        mustBeSome(marks.size());
        var copy = new ByteArrayOutputStream();
        var result = onPages(sha256, (redaction, file, type) -> redaction.redact(file, type, marks, copy));
        var file = store("copy.pdf", copy.toByteArray());
        var text = store("copy.txt", result.text().getBytes(StandardCharsets.UTF_8));
        return new Redacted(file, text, result.left(), marks.size(), result.recognised());
    }

    /** The table with the marked cells covered, proved and stored. @throws Refusal as {@link CellRedaction#redact}; NOT_FOUND; CONFLICT */
    public Redacted redactCells(String sha256, List<CellMark> marks) {
        mustBeSome(marks.size());
        files.mustBeClean(sha256);
        var type = find(sha256).type();
        var redaction = cells.get(type);
        if (redaction == null) {
            throw Refusal.invalid("只有xlsx和CSV能按单元格遮盖。别的表格请另存为xlsx，或导出为PDF后按页遮盖。");
        }
        var copy = new ByteArrayOutputStream();
        var result = on(sha256, file -> redaction.redact(file, type, marks, copy));
        var file = store(type.equals("text/csv") ? "copy.csv" : "copy.xlsx", copy.toByteArray());
        return new Redacted(file, file, result.left(), result.cells(), false);
    }

    private static void mustBeSome(int marks) {
        if (marks == 0 || marks > MOST_MARKS) {
            throw Refusal.invalid("一个文件要有1到" + MOST_MARKS + "处遮盖，现在是" + marks + "处。");
        }
    }

    private StoredFile store(String name, byte[] bytes) {
        return files.store(name, new java.io.ByteArrayInputStream(bytes));
    }

    private interface OnPages<T> {
        T done(PageRedaction redaction, Path file, String type) throws IOException;
    }

    private interface OnFile<T> {
        T done(Path file) throws IOException;
    }

    private <T> T onPages(String sha256, OnPages<T> work) {
        files.mustBeClean(sha256);
        var type = find(sha256).type();
        var redaction = pages.get(type);
        if (redaction == null) {
            throw Refusal.invalid("这种文件不能按页遮盖：请用原来的软件导出为PDF，再对PDF作区分处理。");
        }
        return on(sha256, file -> work.done(redaction, file, type));
    }

    private <T> T on(String sha256, OnFile<T> work) {
        try (var local = files.local(sha256)) {
            return inspecting.done(() -> work.done(local.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile find(String sha256) {
        return known.find(sha256).orElseThrow(ContentStore::noSuchFile);
    }
}
