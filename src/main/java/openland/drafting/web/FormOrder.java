package openland.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openland.catalogue.CommonHead;
import openland.form.Input;

/**
 * The staff form in the order of the document: what it is called, the fields of its item, its text, then the index
 * information (索引信息), of which that is folded away which an item does not require.
 *
 * @param open whether the fold holds a value, a finding or a reviewer's remark
 */
public record FormOrder(List<Input> first, List<Input> folded, boolean open) {
    private static final List<String> CALLED = List.of(CommonHead.TITLE, CommonHead.DOCUMENT_NUMBER, CommonHead.PRODUCED_ON);
    private static final Set<String> INDEX = Set.of(CommonHead.INDEX_NUMBER, CommonHead.PUBLISHED_AT, CommonHead.CATEGORY,
            CommonHead.GENRE, CommonHead.MEDIUM, CommonHead.ACCESS_MODE, CommonHead.ACCESS_GROUND, CommonHead.ACCESS_BASIS,
            CommonHead.AUDIENCE, CommonHead.EXPIRES_ON, CommonHead.VALIDITY);

    /** @param inputs the common head, then the item's own; @param remarked names of the fields that a reviewer spoke of */
    static FormOrder of(List<Input> inputs, Set<String> remarked) {
        var first = new ArrayList<Input>();
        CALLED.forEach(name -> inputs.stream().filter(input -> name(input).equals(name)).forEach(first::add));
        inputs.stream().filter(input -> !CALLED.contains(name(input)) && !INDEX.contains(name(input)) && !isBody(input)).forEach(first::add);
        inputs.stream().filter(FormOrder::isBody).forEach(first::add);
        inputs.stream().filter(input -> INDEX.contains(name(input)) && input.field().required()).forEach(first::add);
        var folded = inputs.stream().filter(input -> !first.contains(input)).toList();
        return new FormOrder(List.copyOf(first), folded, folded.stream()
                .anyMatch(input -> input.value() != null || !input.notes().isEmpty() || remarked.contains(name(input))));
    }

    private static String name(Input input) {
        return input.field().name();
    }

    private static boolean isBody(Input input) {
        return name(input).equals(CommonHead.BODY);
    }
}
