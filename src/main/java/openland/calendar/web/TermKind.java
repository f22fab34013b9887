package openland.calendar.web;

/** The kinds of term that the page offers, in words. The name is the first word of the rule. */
public enum TermKind {
    WD("个工作日"), CD("日（自然日）"), M("个月"), Y("年"), H("小时"),
    DUR_WD("个工作日，至少公示"), DUR_CD("日，至少公示"), BEFORE_WD("个工作日，提前公告"), BEFORE_CD("日，提前公告");

    private final String label;

    TermKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
