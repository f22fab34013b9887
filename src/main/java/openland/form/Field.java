package openland.form;

import java.util.List;

/**
 * One declared field of a form.
 *
 * @param name        its key in JSON, lower camel case
 * @param label       what people call it, Chinese
 * @param help        a hint beside the label; empty for none
 * @param choices     the values of a choice; of a {@code text}, well-known values whose aliases are read
 *                    as one; of a {@code date}, words that may stand in place of a day, such as 长期
 * @param mayBeNegative whether a {@code money} may lie below zero
 */
public record Field(String name, String label, FieldType type, boolean required, PublicMode mode, String help,
                    List<Choice> choices, boolean mayBeNegative) {
    public Field {
        choices = List.copyOf(choices);
        if (mode == PublicMode.MASKED && !type.canBeMasked()) {
            throw new IllegalArgumentException("字段“" + label + "”是" + type.name() + "类型，没有隐名公开的办法；请用shown或hidden。");
        }
        if (type.equals(new ChoiceType()) && choices.isEmpty()) {
            throw new IllegalArgumentException("字段“" + label + "”是选择项，却没有列出可选的值。");
        }
    }

    /** An optional field, shown whole. */
    public static Field of(String name, String label, FieldType type) {
        return new Field(name, label, type, false, PublicMode.SHOWN, "", List.of(), false);
    }

    /** An optional choice, shown whole. */
    public static Field choice(String name, String label, List<Choice> choices) {
        return new Field(name, label, new ChoiceType(), false, PublicMode.SHOWN, "", choices, false);
    }

    public Field required(boolean yes) {
        return new Field(name, label, type, yes, mode, help, choices, mayBeNegative);
    }

    public Field help(String hint) {
        return new Field(name, label, type, required, mode, hint, choices, mayBeNegative);
    }

    public Field choices(List<Choice> offered) {
        return new Field(name, label, type, required, mode, help, offered, mayBeNegative);
    }
}
