package openland.files;

/** What is known of viruses in a file (查毒), the worst last. */
public enum Verdict {
    /** Looked through without a find; also every file that no scanner ever saw where none is configured. */ CLEAN,
    /** Not looked through yet: nobody may open it. */ WAITING,
    /** A virus was found: nobody may open it, ever. */ INFECTED
}
