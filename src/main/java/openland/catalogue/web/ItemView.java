package openland.catalogue.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openland.catalogue.AccessMode;
import openland.catalogue.Domain;
import openland.catalogue.Group;
import openland.catalogue.Item;
import openland.catalogue.Rule;
import openland.catalogue.Step;
import openland.form.Choice;
import openland.form.Facet;
import openland.form.Field;
import openland.form.Mask;
import openland.form.Measure;
import openland.office.Level;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An item as programs outside see it. */
record ItemView(String item, String title, String domain, String domainTitle, Group group, String groupTitle, AccessMode access, List<Level> levels, String unit,
                String starts, List<RuleView> rules, List<String> basis, List<StepView> review, List<String> channels,
                List<FieldView> head, List<FieldView> fields, List<String> required, JsonNode schema, JsonNode headSchema,
                boolean takesUnsorted, String pack, String url) {

    record RuleView(String id, String kind, @Nullable String clock, String label, LocalDate from, @Nullable LocalDate to, String basis, String status, boolean active) {
        static RuleView of(Rule rule) {
            return new RuleView(rule.id(), code(rule.kind()), rule.clock() == null ? null : rule.clock().text(), rule.label(), rule.from(),
                    rule.to(), rule.basis(), code(rule.status()), rule.active());
        }
    }

    record StepView(String label, String when) {
        static StepView of(Step step) {
            return new StepView(step.label(), code(step.when()));
        }
    }

    /** @param rows the most rows of a table, null for any other type; what is null is not said of the field */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldView(String name, String label, String type, boolean required, String shown, @Nullable String mask, String help,
                     @Nullable String example, @Nullable String facet, List<Choice> choices, @Nullable MeasureView measure,
                     @Nullable List<FieldView> columns, @Nullable Integer rows) {
        static List<FieldView> of(List<Field> fields) {
            return fields.stream().map(FieldView::of).toList();
        }

        private static FieldView of(Field field) {
            var isTable = !field.columns().isEmpty();
            return new FieldView(field.name(), field.label(), field.type().name(), field.required(), code(field.mode()),
                    Optional.ofNullable(field.mask()).map(Mask::code).orElse(null), field.help(),
                    field.example().isEmpty() ? null : field.example(), Optional.ofNullable(field.facet()).map(Facet::code).orElse(null),
                    field.choices(), MeasureView.of(field.measure()), isTable ? of(field.columns()) : null, isTable ? field.traits().rows() : null);
        }
    }

    /** @param least the smallest value, in the unit */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeasureView(String unit, int decimals, @Nullable BigDecimal least, @Nullable BigDecimal most, boolean negative) {
        static @Nullable MeasureView of(Measure measure) {
            return measure.equals(Measure.NONE) ? null
                    : new MeasureView(measure.unit(), measure.decimals(), measure.least(), measure.most(), measure.mayBeNegative());
        }
    }

    static ItemView of(Item item, Domain domain) {
        var duty = item.duty();
        return new ItemView(item.id(), item.title(), domain.id(), domain.title(), item.group(), item.group().label(), item.access(),
                duty.levels().stream().sorted().toList(), duty.unit(), duty.starts().label(),
                duty.rules().stream().map(RuleView::of).toList(), item.bases(), item.review().stream().map(StepView::of).toList(),
                item.channels(), FieldView.of(item.head().fields()), FieldView.of(item.fields().fields()),
                item.fields().fields().stream().filter(Field::required).map(Field::name).toList(),
                item.fields().schema(), item.head().schema(), item.takesUnsorted(), item.pack(), "/api/v1/catalogue/" + item.id());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
