package openland.request;

/** What the program has to know of a reply type besides its words; which type has which is said in {@code request/replies.yaml}. */
public enum ReplyTrait {
    /** It points to what is public already: reviewed when it was published, it may be given on the spot (第三十三条第一款). */ POINTS,
    /** All that was asked for is given. */ GIVES,
    /** A part of it is (第三十七条). */ GIVES_PART,
    /** A third party was asked before (第三十二条). */ AFTER_VIEW,
    /** It was looked for before, and that was written down. */ AFTER_SEARCH,
    /** The applicant has corrected what he asks for (第三十条). */ AFTER_CORRECTION,
    /** He was asked for his reasons (第三十五条). */ AFTER_REASONS,
    /** Another office has it, which may take the request over (第三十六条第五项). */ ELSEWHERE
}
