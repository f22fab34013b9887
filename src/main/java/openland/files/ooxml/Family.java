package openland.files.ooxml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import openland.files.Hidden.Kind;

/** What one of the three formats knows of its parts, during one walk through one file. */
interface Family {
    /** The folder of its parts: {@code word}. */
    String folder();

    /** What people call it: Word文档（docx）. */
    String label();

    /** The root element of the main part. */
    PartKind main();

    /** The kind of part that {@code relation} of a part of the kind {@code from} leads to, if it may stay. */
    Optional<PartKind> kind(PartKind from, Relation relation);

    /** Takes out of {@code part} what is not to be seen. */
    void sweep(Part part, Sweep sweep) throws IOException;

    /** Whether a part is to be written by {@link #stream} and not held as a tree. */
    default boolean streams(PartKind kind) {
        return false;
    }

    /** The tree of a part without what {@link #stream} will write. */
    default XmlReader.Tree skeleton(OpenPackage pack, String name) throws IOException {
        return pack.tree(name);
    }

    /** Writes a part piece by piece. */
    default void stream(Part part, Sweep sweep, OutputStream out) throws IOException {
        throw new IllegalStateException(part.name());
    }

    /** Whether a part that has been reached is left out after all, for example a hidden sheet. */
    default boolean leavesOut(PartKind from, Relation relation) {
        return false;
    }

    /** Says in the format's words what a part that is left out held; empty where {@link Dropped} knows. */
    default Optional<Dropped.Meaning> dropped(Relation relation) {
        return Optional.empty();
    }

    /** Says that the file is read, not copied: what is seen is to be remembered. */
    default void reads() {}

    /** Where something in {@code part} stands, as people say it. */
    String place(Part part);

    /** What remains to be said when all parts are done. */
    default void end(OpenPackage pack, Sweep sweep) throws IOException {}

    /** The kind of a hyperlink's target if it may not stay. */
    static Optional<Kind> outside(String address) {
        return Addresses.isPublic(address) ? Optional.empty() : Optional.of(Kind.EXTERNAL_LINK);
    }
}
