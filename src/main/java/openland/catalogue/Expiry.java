package openland.catalogue;

/**
 * Pieces of an item that say until when something holds (有效期): before that day a lead of time warns.
 *
 * @param item   whose pieces
 * @param field  the field with the last day, {@code table.column} of a table, {@code expiresOn} of the head
 * @param title  what ends: 采矿许可证有效期
 * @param name   the field that says of what; a column of the same table for a table; empty for the piece's title
 * @param months how long before it is warned
 */
public record Expiry(String item, String field, String title, String name, int months) {}
