package openland.catalogue;

/** When a step of the review path is taken. */
public enum Condition {
    ALWAYS,
    /** Only for a piece that its drafter or a reviewer has marked as an important matter (重要事项). */ IMPORTANT
}
