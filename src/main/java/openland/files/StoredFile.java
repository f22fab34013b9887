package openland.files;

/** A file in the store: {@code sha256} in hexadecimal, {@code type} a media type, {@code size} in bytes. */
public record StoredFile(String sha256, String type, long size) {}
