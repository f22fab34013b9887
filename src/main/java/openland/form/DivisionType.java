package openland.form;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An administrative division (行政区划): six digits of GB/T 2260 down to the county, nine down to the township, twelve
 * down to the village. Below the county, and for divisions that are no more, code and name are given together.
 */
record DivisionType() implements CodedType {
    private static final String CODE = "[1-9][0-9]{5}(?:[0-9]{3}){0,2}";
    private static final int COUNTY = 6;

    @Override
    public String name() {
        return "division";
    }

    @Override
    public Reading read(JsonNode raw, Field field, Known known) {
        var given = CodeAndName.given(raw);
        if (given.isBlank() || given.name().length() > LONGEST_NAME) {
            return new Reading.Wrong("请写出行政区划的代码或者名称。");
        }
        if (!given.code().isEmpty() && !given.code().matches(CODE)) {
            return new Reading.Wrong("“" + given.code() + "”不是行政区划代码，应是6位、9位（到乡镇）或12位（到村）数字。");
        }
        return given.isWhole() ? whole(given, known) : lookedUp(given, known);
    }

    private static Reading whole(CodeAndName.Given given, Known known) {
        var found = given.code().length() == COUNTY ? known.divisions(given.code()).stream().findFirst() : Optional.<Known.Named>empty();
        return found.isEmpty() || found.get().name().equals(given.name()) || found.get().path().equals(given.name())
                ? CodeAndName.value(given.code(), given.name())
                : new Reading.Wrong("代码" + given.code() + "是" + found.get().path() + "，不是“" + given.name() + "”，请核对。");
    }

    private static Reading lookedUp(CodeAndName.Given given, Known known) {
        var typed = given.code().isEmpty() ? Text.withoutBlanks(given.name()) : given.code();
        if (typed.length() > COUNTY && !given.code().isEmpty()) {
            return new Reading.Wrong("到乡镇、村的代码请把名称也写上，例如“" + given.code() + " 某某镇”。");
        }
        var found = known.divisions(typed);
        return found.isEmpty() ? new Reading.Wrong("没有找到行政区划“" + typed + "”。请写全称，或者把代码和名称都写上，中间空一格。")
                : found.size() > 1 ? CodeAndName.several(typed, found) : CodeAndName.value(found.getFirst().code(), found.getFirst().name());
    }

    /** The code, which tells apart what bears the same name. */
    @Override
    public String html(JsonNode value) {
        return FieldTypes.escape(text(value)) + " <span class=\"no\">" + FieldTypes.escape(value.path("code").asString("")) + "</span>";
    }

    @Override
    public ObjectNode schema(Field field) {
        return CodeAndName.schema("^" + CODE + "$");
    }
}
