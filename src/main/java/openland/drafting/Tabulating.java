package openland.drafting;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.base.Digests;
import openland.base.Refusal;
import openland.form.Field;
import openland.form.Grid;
import openland.form.Note;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Fills in one table of a draft, page by page or at once. Whoever may look at the draft may look at its rows. */
@Service
public class Tabulating {
    /** How many rows stand on one page. */
    public static final int PAGE = 50;
    private static final int BLANKS = 5;
    private static final int MOST_NAMED = 20;

    private final Draftroom room;
    private final Drafting drafting;
    private final Lookup lookup;
    private final Offices offices;

    Tabulating(Draftroom room, Drafting drafting, Lookup lookup, Offices offices) {
        this.room = room;
        this.drafting = drafting;
        this.lookup = lookup;
        this.offices = offices;
    }

    /**
     * A stretch of the rows of one table.
     *
     * @param digest of the draft's content, in hexadecimal
     * @param from   the number of its first row, from 1
     * @param lines  the rows, on the last page with blank ones below for who may write
     * @param notes  what was found in the table
     * @param faulty the first rows with a wrong cell
     */
    public record Stretch(Draft draft, String digest, Field table, Grid grid, int from, List<Grid.Line> lines, List<Note> notes,
            List<Integer> faulty, boolean mayWrite) {
        /** The number of the last row on the page. */
        public int to() {
            return from + lines.size() - 1;
        }

        /** The number of the first row of the last page. */
        public int last() {
            return firstOf(grid.size());
        }

        /** The first row of the page on which that row is. */
        public int firstOf(int row) {
            return row <= 0 ? 1 : (row - 1) / PAGE * PAGE + 1;
        }
    }

    /**
     * @param row any row of the page that is wanted, from 1
     * @throws Refusal NOT_FOUND when there is no such draft or table, or the draft is none of this officer's business
     */
    public Stretch look(UUID id, String field, int row, Officer officer) {
        var status = room.look(id, officer);
        var draft = status.draft();
        var input = room.inputs(status).stream().filter(one -> one.field().name().equals(field) && !one.field().columns().isEmpty())
                .findFirst().orElseThrow(() -> Refusal.notFound("这份稿件没有这个表格。"));
        var known = lookup.over(draft.content().attachments());
        var grid = Grid.of(input.field(), input.value());
        boolean mayWrite = draft.state() == State.DRAFTING && officer.holds(Post.DRAFTER, draft.office());
        int from = (Math.clamp(row, 1, grid.size() + 1) - 1) / PAGE * PAGE + 1;
        var lines = grid.lines(from, PAGE, known);
        var blanks = mayWrite && lines.size() < PAGE ? IntStream.rangeClosed(1, BLANKS).mapToObj(i -> grid.blank(grid.size() + i)) : Stream.<Grid.Line>empty();
        return new Stretch(draft, Digests.hex(draft.digest()), input.field(), grid, from, Stream.concat(lines.stream(), blanks).toList(),
                input.notes(), grid.faulty(MOST_NAMED, known), mayWrite);
    }

    /**
     * Puts other rows into the table and leaves the rest of the draft as it is.
     *
     * @param rows what becomes of the table
     * @param seen digest of the content that was being changed, in hexadecimal; null for the one there is now
     * @return the rows there are now
     * @throws Refusal as {@link #look} and {@link Drafting#save}; INVALID for more rows than the table may have
     */
    public int change(UUID id, String field, Function<Grid, JsonNode> rows, @Nullable String seen, Officer officer) {
        var draft = room.look(id, officer).draft();
        officer.mustHold(Post.DRAFTER, draft.office());
        var item = room.itemOf(draft);
        var table = item.fields().field(field).filter(one -> !one.columns().isEmpty()).orElseThrow(() -> Refusal.notFound("这份稿件没有这个表格。"));
        var changed = rows.apply(Grid.of(table, draft.content().fields().get(field)));
        if (changed.size() > table.traits().rows()) {
            throw Refusal.invalid("“" + table.label() + "”最多" + table.traits().rows() + "行，这样就有" + changed.size() + "行了，没有保存。请分成几件公开，或者改用附件。");
        }
        var input = DraftInput.again(draft, offices.byId(draft.office()).orElseThrow().code());
        input.withObject("fields").set(field, changed);
        var saved = drafting.save(id, input, seen == null ? Digests.hex(draft.digest()) : seen, officer);
        return Grid.of(table, saved.draft().content().fields().get(field)).size();
    }
}
