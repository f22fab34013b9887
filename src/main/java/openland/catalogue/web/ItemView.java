package openland.catalogue.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import openland.catalogue.AccessMode;
import openland.catalogue.Group;
import openland.catalogue.Item;
import openland.catalogue.Rule;
import openland.catalogue.Step;
import openland.form.Choice;
import openland.form.Field;
import openland.form.Form;
import openland.office.Level;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An item as programs outside see it. */
record ItemView(String item, String title, Group group, String groupTitle, AccessMode access, List<Level> levels, String unit,
                String starts, List<RuleView> rules, List<String> basis, List<StepView> review, List<String> channels,
                List<FieldView> head, List<FieldView> fields, List<String> required, JsonNode schema, JsonNode headSchema,
                boolean takesUnsorted, String pack, String url) {

    record RuleView(String within, String label, LocalDate from, @Nullable LocalDate to, String basis, String status, boolean active) {
        static RuleView of(Rule rule) {
            return new RuleView(rule.within().length() + " " + code(rule.within().unit()), rule.within().label(), rule.from(),
                    rule.to(), rule.basis(), code(rule.status()), rule.active());
        }
    }

    record StepView(String label, String when) {
        static StepView of(Step step) {
            return new StepView(step.label(), code(step.when()));
        }
    }

    record FieldView(String name, String label, String type, boolean required, String shown, String help, List<Choice> choices) {
        static List<FieldView> of(Form form) {
            return form.fields().stream().map(field -> new FieldView(field.name(), field.label(), field.type().name(),
                    field.required(), code(field.mode()), field.help(), field.choices())).toList();
        }
    }

    static ItemView of(Item item) {
        var duty = item.duty();
        return new ItemView(item.id(), item.title(), item.group(), item.group().label(), item.access(),
                duty.levels().stream().sorted().toList(), duty.unit(), duty.starts(),
                duty.rules().stream().map(RuleView::of).toList(), item.bases(), item.review().stream().map(StepView::of).toList(),
                item.channels(), FieldView.of(item.head()), FieldView.of(item.fields()),
                item.fields().fields().stream().filter(Field::required).map(Field::name).toList(),
                item.fields().schema(), item.head().schema(), item.takesUnsorted(), item.pack(), "/api/v1/catalogue/" + item.id());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
