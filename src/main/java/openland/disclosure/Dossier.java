package openland.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.catalogue.DossierType;
import org.jspecify.annotations.Nullable;

/**
 * A dossier (卷) as the public reads it: every stage of one thing, what is public, what is owed, what is missing.
 *
 * @param name  what people call it; the key where no piece says
 * @param key   its number; empty when nothing of it is public any more
 * @param keys  all numbers that lead to it
 */
public record Dossier(UUID id, DossierType type, String name, String key, List<String> keys, List<Step> steps, Comparison comparison, List<Until> untils) {

    /** How far a stage is. */
    public enum State {
        /** Public. */ DONE,
        /** Owed, and its day has passed. */ LATE,
        /** A later stage is public, this one is not. */ MISSING,
        /** Still to come. */ TODO,
        /** It was public and was taken back. */ WITHDRAWN
    }

    /**
     * One stage.
     *
     * @param papers what is or was public, the earliest first; of very many the newest
     * @param further how many more there are
     * @param owed   what is still owed, and what was met by the papers
     * @param agreed of a stage that nobody publishes, by when it is to happen
     * @param notBefore the first day on which it may be done; null when nothing is in the way
     * @param because why not before
     */
    public record Step(String stage, String title, State state, List<Paper> papers, int further, List<Owed> owed, @Nullable LocalDate agreed,
            @Nullable LocalDate notBefore, String because) {

        /** The duty that is not met yet, the earliest first. */
        public Optional<Owed> open() {
            return owed.stream().filter(one -> one.piece() == null).findFirst();
        }

        /** The first piece of it that can be read. */
        public Optional<Paper> living() {
            return papers.stream().filter(paper -> paper.withdrawn() == null).findFirst();
        }
    }

    /**
     * A piece of a stage.
     *
     * @param title    null when it was withdrawn and the ground does not allow it to be shown
     * @param editions how many there are
     */
    public record Paper(UUID piece, String indexNumber, @Nullable String title, String office, Instant publishedAt, int editions,
            Piece.@Nullable Withdrawal withdrawn) {}

    /**
     * What an office owes or owed: no more of its case than the public may know.
     *
     * @param unit    the part of the office that does it; may be empty
     * @param dueOn   the last day; null while the clock is stopped
     * @param piece   what met it; null while it is owed
     * @param late    whether the day has passed, or had when it was met
     * @param lateBy  by how many working days
     * @param reasons why that day, in sentences
     */
    public record Owed(String title, String office, String unit, @Nullable LocalDate dueOn, boolean provisional, @Nullable UUID piece,
            boolean late, int lateBy, List<String> reasons, String basis) {}

    /** What was said and what was done, side by side. @param heads the stages */
    public record Comparison(List<String> heads, List<Row> rows) {}

    /** One thing over the stages. */
    public record Row(String label, List<Cell> cells) {
        public boolean differs() {
            return cells.stream().anyMatch(Cell::differs);
        }
    }

    /**
     * What a stage says of it.
     *
     * @param text    empty when it says nothing
     * @param differs whether it is otherwise than what an earlier stage said and should be the same
     * @param was     what it said before it was corrected; empty when it was not
     * @param changes where the correction can be read; empty when it was not corrected
     */
    public record Cell(String text, boolean differs, String was, String changes) {
        static final Cell EMPTY = new Cell("", false, "", "");
    }

    /**
     * Until when a citizen may do something.
     *
     * @param title       what he may do; with the piece and the day it names the deadline
     * @param day         the last day on which he may
     * @param provisional (暂定) when holidays of that time are not known yet
     * @param over        whether it has passed
     */
    public record Until(String title, String notice, UUID piece, LocalDate day, boolean provisional, boolean over, String basis) {}
}
