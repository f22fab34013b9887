package openland.files.ooxml;

/**
 * A reference from one part to another, or to the outside.
 *
 * @param type   the last step of its type: {@code image}, {@code hyperlink}
 * @param target the name of a part ({@code word/document.xml}), or an address when {@code external}
 */
record Relation(String id, String type, String target, boolean external) {}
