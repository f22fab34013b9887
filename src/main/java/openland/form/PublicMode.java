package openland.form;

/** How much of a field the public sees. */
public enum PublicMode {
    /** The value. */ SHOWN,
    /** The value without what identifies a person. */ MASKED,
    /** Nothing, not even that the field exists. */ HIDDEN
}
