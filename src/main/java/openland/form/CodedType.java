package openland.form;

import tools.jackson.databind.JsonNode;

/** What is kept as code and name ({@link CodeAndName}) and is looked up when only one of them is typed. */
sealed interface CodedType extends FieldType permits DivisionType, OfficeType {
    /** Of the names that are taken. */
    int LONGEST_NAME = 200;

    @Override
    default int ceiling() {
        return 2 * LONGEST_NAME;
    }

    @Override
    default Reading read(JsonNode raw, Field field) {
        return read(raw, field, Known.NOTHING);
    }

    @Override
    default boolean isLookedUp() {
        return true;
    }

    @Override
    default String text(JsonNode value) {
        return value.path("name").asString("");
    }

    @Override
    default String typed(JsonNode value, String part, Field field) {
        return CodeAndName.typed(value, part);
    }
}
