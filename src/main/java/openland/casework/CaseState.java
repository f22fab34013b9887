package openland.casework;

/** Where a case stands. */
public enum CaseState {
    OPEN("在办"), PAUSED("中止计时"), MET("已办"), CANCELLED("已撤销");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** True while something is still to be done. */
    public boolean isOpen() {
        return this == OPEN || this == PAUSED;
    }
}
