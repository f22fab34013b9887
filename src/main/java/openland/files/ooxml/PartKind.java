package openland.files.ooxml;

/**
 * A kind of part that may stay in a copy.
 *
 * @param relation    the last step of the relationship by which it is reached
 * @param name        of the copy, with {@code %d} where there can be several; so no name of an original stays
 * @param contentType in the copy
 * @param root        the root element it must have; empty for pictures
 * @param always      whether it stays though no element refers to it
 */
record PartKind(String relation, String name, String contentType, String root, boolean always) {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    static PartKind of(String relation, String name, String contentType, String root) {
        return new PartKind(relation, name, OFFICE + contentType + "+xml", root, false);
    }

    /** One that is found by the kind of its relationship alone, for example the styles. */
    static PartKind always(String relation, String name, String contentType, String root) {
        return new PartKind(relation, name, OFFICE + contentType + "+xml", root, true);
    }

    static PartKind picture(String folder, String extension, String contentType) {
        return new PartKind("image", folder + "/media/image%d." + extension, contentType, "", false);
    }

    String relationType() {
        return relation.equals("diagramDrawing") ? "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
                : Namespaces.RELATIONS + "/" + relation;
    }
}
