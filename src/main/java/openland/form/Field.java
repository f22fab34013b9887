package openland.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One declared field of a form.
 *
 * @param name        its key in JSON, lower camel case
 * @param label       what people call it, Chinese
 * @param help        a hint beside the label; empty for none
 * @param choices     the values of a choice; of a {@code text}, well-known values whose aliases are read
 *                    as one; of a {@code date}, words that may stand in place of a day, such as 长期
 * @param mayBeNegative whether a {@code money} may lie below zero
 * @param mask        how a masked value is shown; null where the type knows itself
 */
public record Field(String name, String label, FieldType type, boolean required, PublicMode mode, String help,
                    List<Choice> choices, boolean mayBeNegative, @Nullable Mask mask) {
    public Field {
        choices = List.copyOf(choices);
        if (mode == PublicMode.MASKED && !type.canBeMasked(mask)) {
            throw new IllegalArgumentException("字段“" + label + "”是" + type.name() + "类型，" + (mask == null
                    ? "没有隐名公开的办法；请写明mask，或用shown、hidden。" : "不能按" + mask.code() + "隐去。"));
        }
        if (mode != PublicMode.MASKED && mask != null) {
            throw new IllegalArgumentException("字段“" + label + "”写了mask，公开方式就应是masked。");
        }
        if (type.equals(new ChoiceType()) && choices.isEmpty()) {
            throw new IllegalArgumentException("字段“" + label + "”是选择项，却没有列出可选的值。");
        }
    }

    /** A field without a mask of its own. */
    public Field(String name, String label, FieldType type, boolean required, PublicMode mode, String help,
            List<Choice> choices, boolean mayBeNegative) {
        this(name, label, type, required, mode, help, choices, mayBeNegative, null);
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
        return new Field(name, label, type, yes, mode, help, choices, mayBeNegative, mask);
    }

    public Field help(String hint) {
        return new Field(name, label, type, required, mode, hint, choices, mayBeNegative, mask);
    }

    public Field choices(List<Choice> offered) {
        return new Field(name, label, type, required, mode, help, offered, mayBeNegative, mask);
    }
}
