package openland.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One official statistics table (统计表), as {@code request/tables.yaml} declares it.
 *
 * @param source the document that prescribes it
 * @param from   first year that it is for
 * @param to     last year; null while it is in use
 */
public record StatisticsForm(String id, String title, String source, int from, @Nullable Integer to, Columns columns, List<Row> rows, List<Rule> checks) {

    public StatisticsForm {
        rows = List.copyOf(rows);
        checks = List.copyOf(checks);
    }

    /** What stands beside each other. */
    public enum Columns {
        /** 自然人, the five kinds of organisations, 总计. */ APPLICANTS(List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")),
        /** How a remedy ended. */ RESULTS(List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")),
        NUMBER(List.of("数量"));

        private final List<String> heads;

        Columns(List<String> heads) {
            this.heads = heads;
        }

        public List<String> heads() {
            return heads;
        }
    }

    /** What a row counts. */
    public enum Counts {
        RECEIVED, CARRIED, ANSWERED, LEFT, REVIEW, SUIT_DIRECT, SUIT_AFTER, SUIT, COMPLAINT;

        /** True for what is counted by remedies and not by requests. */
        public boolean isRemedy() {
            return compareTo(REVIEW) >= 0;
        }

        /** Which kinds of remedies. */
        List<String> remedies() {
            return this == SUIT ? List.of(SUIT_DIRECT.name(), SUIT_AFTER.name()) : List.of(name());
        }
    }

    /** How long it took: within the law's own time, or made longer. */
    public enum Pace { IN_TIME, EXTENDED }

    /** Whether the words of a row were read in a published table, or come from memory. */
    public enum Status { READ, MEM }

    /**
     * A row.
     *
     * @param level   how deep it stands in
     * @param reply   only replies of this row of the table of 2021; null for all
     * @param former  only replies of this row of the older table, or of rows under it; null for all
     * @param channel only what came this way, by its row of the older table; null for all
     * @param result  only remedies that ended so; null for all
     */
    public record Row(String code, String text, int level, Counts counts, @Nullable String reply, @Nullable String former, @Nullable String channel,
            @Nullable Pace pace, @Nullable String result, Status status) {
        boolean holds(StatisticsGroup group, ReplyRows rows) {
            return counted(group) && (reply == null || reply.equals(rows.row(group.reply())))
                    && (former == null || isUnder(rows.formerRow(group.reply(), group.part())))
                    && (channel == null || channel.equals(group.channel().oldRow()))
                    && (pace == null || (pace == Pace.EXTENDED ? group.extended() : group.inTime() && !group.extended()));
        }

        private boolean counted(StatisticsGroup group) {
            return switch (counts) {
                case RECEIVED -> group.received();
                case CARRIED -> group.carried();
                case ANSWERED -> group.answered();
                case LEFT -> group.left();
                case REVIEW, SUIT_DIRECT, SUIT_AFTER, SUIT, COMPLAINT -> false;
            };
        }

        private boolean isUnder(String row) {
            return row.equals(former) || row.startsWith(former + ".");
        }

        public boolean isRead() {
            return status == Status.READ;
        }
    }

    /**
     * What must be equal in every column (勾稽关系).
     *
     * @param residue what a difference consists of, where the table has no row for it; null where there must be none
     */
    public record Rule(String sentence, List<String> left, List<String> right, @Nullable String residue) {
        public Rule {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /** Whether it is for that year. */
    public boolean isFor(int year) {
        return year >= from && (to == null || year <= to);
    }

    /** Which row it is, from 0. */
    int place(String code) {
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place).code().equals(code)) {
                return place;
            }
        }
        throw new IllegalArgumentException("The table " + id + " has no row " + code);
    }
}
