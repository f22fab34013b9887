package openland.request;

/** What a letter tells of remedies (救济): which way is open against it. */
public enum Remedy {
    /** Review or suit, as the applicant likes. */
    FREE,
    /** 复议前置: review comes first (行政复议法 2023, article 23 paragraph 1 item 4). */
    REVIEW_FIRST,
    /** Review first against the part that was refused, free choice against the rest. */
    REVIEW_FIRST_FOR_PART,
    /** The law asks for no text. */
    NONE
}
