package openland.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an entry of an office's 负面清单 (negative list).
 *
 * @param id       of this version
 * @param entry    of the entry, the same in all its versions
 * @param what     the item's identifier, the word, the name of the place or "*" for any, the class of document
 * @param years    for how long it is secret; with a grade only
 * @param metres   of a place: coordinates more exact than this are meant
 * @param squareKm of a place: maps of more land than this are meant
 * @param ends     whether this version ends the entry
 */
public record NegativeEntry(UUID id, UUID entry, UUID office, Kind kind, String what, Category category, String basis,
        @Nullable Grade grade, @Nullable Integer years, LocalDate from, @Nullable LocalDate to, @Nullable Double metres,
        @Nullable Double squareKm, boolean ends, UUID proposedBy, Instant proposedAt) {

    /** What an entry names. */
    public enum Kind {
        ITEM("目录事项"), TERM("词语"), PLACE("地点"), DOCUMENT_CLASS("文件类别");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Which article of the 政府信息公开条例 (2019) keeps it back; three strengths, not one. */
    public enum Category {
        /** State secrets and what the law forbids: never. */ ARTICLE_14("第十四条　国家秘密等", "不得公开，任何人都不能放行。"),
        /** Trade secrets and privacy: unless the third party agrees or the public interest asks for it. */
        ARTICLE_15("第十五条　商业秘密、个人隐私", "第三方同意，或者不公开会对公共利益造成重大影响的，才能公开。"),
        /** Internal and process information: may be kept back. */ ARTICLE_16("第十六条　内部事务和过程信息", "可以不公开，请斟酌。");

        private final String label;
        private final String consequence;

        Category(String label, String consequence) {
            this.label = label;
            this.consequence = consequence;
        }

        public String label() {
            return label;
        }

        /** In a sentence. */
        public String consequence() {
            return consequence;
        }
    }

    /** Grade of a state secret (密级), with the longest time the law allows (保守国家秘密法 2024, art. 20). */
    public enum Grade {
        TOP_SECRET("绝密", 30), SECRET("机密", 20), CONFIDENTIAL("秘密", 10);

        private final String label;
        private final int mostYears;

        Grade(String label, int mostYears) {
            this.label = label;
            this.mostYears = mostYears;
        }

        public String label() {
            return label;
        }

        int mostYears() {
            return mostYears;
        }
    }

    /** Whether it counts on that day. */
    boolean holdsOn(LocalDate day) {
        return !ends && !from.isAfter(day) && (to == null || !to.isBefore(day));
    }
}
