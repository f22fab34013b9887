package openland.catalogue;

/** A pack as it was written: its file name, for messages, and its YAML. */
record PackFile(String name, String yaml) {}
