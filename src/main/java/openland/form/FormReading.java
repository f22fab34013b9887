package openland.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openland.base.Refusal.Problem;
import openland.form.FieldType.Reading;
import tools.jackson.databind.JsonNode;

/** One pass over raw values, field by field in the order of the form. */
final class FormReading {
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<String, JsonNode> unread = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();

    private final Known known;

    private FormReading(Known known) {
        this.known = known;
    }

    static Filled of(Form form, Map<String, JsonNode> raw, Known known) {
        var reading = new FormReading(known);
        for (var field : form.fields()) {
            var value = raw.get(field.name());
            if (value == null || isBlank(value)) {
                reading.missing(field);
            } else {
                reading.read(field, value);
            }
        }
        raw.keySet().stream().filter(name -> form.field(name).isEmpty()).forEach(name -> reading.unknown(name, form));
        return new Filled(reading.values, reading.unread, reading.problems, reading.notices);
    }

    private void missing(Field field) {
        if (field.required()) {
            problems.add(new Problem(field.name(), "请填写“" + field.label() + "”。"));
        }
    }

    private void unknown(String name, Form form) {
        var called = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        problems.add(new Problem(called, "没有名为“" + called + "”的字段。"
                + (form.fields().isEmpty() ? "这一事项没有自己的字段。" : "可填的有：" + form.labels() + "。")));
    }

    private void read(Field field, JsonNode raw) {
        var length = raw.isContainer() ? raw.toString().length() : raw.asString().length();
        if (length > field.type().ceiling()) {
            problems.add(new Problem(field.name(),
                    "“" + field.label() + "”最多" + field.type().ceiling() + "个字符，现有" + length + "个。"));
            return;
        }
        var clean = Cleaning.of(raw);
        if (clean.removed() > 0) {
            notices.add(new Problem(field.name(),
                    "“" + field.label() + "”里有" + clean.removed() + "个看不见的控制字符，已经去掉。"));
        }
        if (isBlank(clean.node())) {
            missing(field);
            return;
        }
        switch (field.type().read(clean.node(), field, known)) {
            case Reading.Value(var value) -> {
                if (isBlank(value)) {
                    missing(field);
                } else {
                    values.put(field.name(), value);
                }
            }
            case Reading.Wrong(var sentence) -> {
                unread.put(field.name(), clean.node());
                problems.add(new Problem(field.name(), "“" + field.label() + "”：" + sentence));
            }
            case Reading.Partly(var kept, var sentences) -> {
                unread.put(field.name(), kept);
                sentences.forEach(sentence -> problems.add(new Problem(field.name(), "“" + field.label() + "”" + sentence)));
            }
        }
    }

    /** Null, "", blanks of any width, and an object whose parts are all blank say nothing. */
    static boolean isBlank(JsonNode value) {
        if (value.isContainer()) {
            return value.values().stream().allMatch(FormReading::isBlank);
        }
        return value.isNull() || value.isMissingNode() || value.isString() && Text.strip(value.asString()).isEmpty();
    }
}
