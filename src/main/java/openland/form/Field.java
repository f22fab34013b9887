package openland.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One declared field of a form, or one column of a table.
 *
 * @param name   its key in JSON, lower camel case
 * @param label  what people call it, Chinese
 * @param mask   how a masked value is shown; null where the type knows itself
 * @param traits what it has besides
 */
public record Field(String name, String label, FieldType type, boolean required, PublicMode mode, @Nullable Mask mask,
                    Traits traits) {
    public Field {
        if (mode == PublicMode.MASKED && !type.canBeMasked(mask)) {
            throw new IllegalArgumentException("字段“" + label + "”是" + type.name() + "类型，" + (mask == null
                    ? "没有隐名公开的办法；请写明mask，或用shown、hidden。" : "不能按" + mask.code() + "隐去。"));
        }
        if (mode != PublicMode.MASKED && mask != null) {
            throw new IllegalArgumentException("字段“" + label + "”写了mask，公开方式就应是masked。");
        }
        Declared.fault(type, mode, traits).ifPresent(sentence -> {
            throw new IllegalArgumentException("字段“" + label + "”" + sentence);
        });
    }

    /** An optional field, shown whole. */
    public static Field of(String name, String label, FieldType type) {
        return new Field(name, label, type, false, PublicMode.SHOWN, null, Traits.NONE);
    }

    /** An optional choice, shown whole. */
    public static Field choice(String name, String label, List<Choice> choices) {
        return new Field(name, label, new ChoiceType(), false, PublicMode.SHOWN, null, Traits.NONE.withChoices(choices));
    }

    /** An optional table of those columns, with up to {@link Traits#MOST_ROWS} rows. */
    public static Field table(String name, String label, List<Field> columns) {
        return new Field(name, label, new TableType(), false, PublicMode.SHOWN, null, Traits.NONE.withColumns(columns, Traits.MOST_ROWS));
    }

    public Field required(boolean yes) {
        return new Field(name, label, type, yes, mode, mask, traits);
    }

    public Field help(String hint) {
        return with(traits.withHelp(hint));
    }

    public Field choices(List<Choice> offered) {
        return with(traits.withChoices(offered));
    }

    public Field example(String plausible) {
        return with(traits.withExample(plausible));
    }

    public Field measured(Measure measure) {
        return with(traits.withMeasure(measure));
    }

    /** The same table with fewer rows at most. */
    public Field rows(int most) {
        return with(traits.withColumns(traits.columns(), most));
    }

    public Field hidden() {
        return new Field(name, label, type, required, PublicMode.HIDDEN, null, traits);
    }

    /** Masked as {@code how} says; null where the type knows itself. */
    public Field masked(@Nullable Mask how) {
        return new Field(name, label, type, required, PublicMode.MASKED, how, traits);
    }

    private Field with(Traits changed) {
        return new Field(name, label, type, required, mode, mask, changed);
    }

    public String help() {
        return traits.help();
    }

    public String example() {
        return traits.example();
    }

    /** Whether reading it, or a column of it, takes {@link Known}. */
    public boolean isLookedUp() {
        return type.isLookedUp() || columns().stream().anyMatch(Field::isLookedUp);
    }

    /** What stands beside the label: the help and an example; empty for neither. */
    public String hint() {
        var example = example().isEmpty() ? "" : "例如：" + example();
        return help().isEmpty() || example.isEmpty() ? help() + example : help() + "　" + example;
    }

    public List<Choice> choices() {
        return traits.choices();
    }

    public Measure measure() {
        return traits.measure();
    }

    /** In what a bare number is meant: 元, 公顷, 宗; empty for none. */
    public String unit() {
        return type.unit(this);
    }

    public boolean mayBeNegative() {
        return traits.measure().mayBeNegative();
    }

    /** By what the public can filter; null for nothing. */
    public @Nullable Facet facet() {
        return traits.facet();
    }

    /** The columns of a table; empty for every other type. */
    public List<Field> columns() {
        return traits.columns();
    }
}
