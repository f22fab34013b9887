package openland.drafting;

/** Where a draft stands. */
public enum State {
    DRAFTING("起草中"),
    IN_REVIEW("审核中"),
    APPROVED("已签发，待公开"),
    SCHEDULED("已定时，到时自动公开"),
    PUBLISHED("已公开"),
    DISCARDED("已作废");

    private final String label;

    State(String label) {
        this.label = label;
    }

    /** In Chinese, for people. */
    public String label() {
        return label;
    }
}
