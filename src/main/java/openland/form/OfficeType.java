package openland.form;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An office (机构), known here or, given with code and name, elsewhere. */
record OfficeType() implements CodedType {
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    @Override
    public String name() {
        return "office";
    }

    @Override
    public Reading read(JsonNode raw, Field field, Known known) {
        var given = CodeAndName.given(raw);
        if (given.isBlank() || given.name().length() > LONGEST_NAME) {
            return new Reading.Wrong("请写出机构的代码或者名称。");
        }
        if (given.isWhole() && !given.code().matches(CODE)) {
            return new Reading.Wrong("机构代码只用字母、数字、点、横线，最多64个字符。");
        }
        var typed = given.code().isEmpty() ? given.name() : given.code();
        var found = known.offices(typed);
        if (given.isWhole()) {
            return found.isEmpty() || found.stream().anyMatch(office -> office.name().equals(given.name()))
                    ? CodeAndName.value(given.code(), given.name())
                    : new Reading.Wrong("代码" + given.code() + "是“" + found.getFirst().name() + "”，不是“" + given.name() + "”，请核对。");
        }
        long codes = given.code().isEmpty() ? found.stream().map(Known.Named::code).distinct().count() : Math.min(1, found.size());
        return found.isEmpty() ? new Reading.Wrong("没有找到机构“" + typed + "”。不在本系统里的机构，请把代码和名称都写上，中间空一格。")
                : codes > 1 ? CodeAndName.several(typed, found) : CodeAndName.value(found.getFirst().code(), found.getFirst().name());
    }

    @Override
    public ObjectNode schema(Field field) {
        return CodeAndName.schema("^" + CODE + "$");
    }
}
