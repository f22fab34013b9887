package openland.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openland.form.Field;
import openland.office.Office;

/**
 * What a place adds to items of a pack: fields, stricter deadlines, steps of review; never less than the pack asks.
 *
 * @param of     the pack below; empty in a pack that is none
 * @param office the code of the office it holds for; empty when it holds for a region
 * @param region the region it holds for; empty when it holds for an office
 */
record Overlay(String of, String office, String region, String digest, List<Change> changes) {
    static final Overlay NONE = new Overlay("", "", "", "", List.of());

    /** A step put in after the step of that name. */
    record AddedStep(String after, Step step) {}

    /** The additions to one item; {@code place} says where they stand in the file. */
    record Change(String item, List<Field> fields, List<Rule> rules, List<AddedStep> steps, String place) {}

    /** Whether it holds for this office and all under it. */
    boolean holdsFor(Office candidate) {
        return candidate.code().equals(office) || candidate.region().equals(region);
    }

    /** The item with the additions meant for it; the same item when none is. */
    Item appliedTo(Item item) {
        var whole = item;
        for (var change : changes) {
            if (change.item().equals(item.id())) {
                whole = applied(change, whole);
            }
        }
        return whole;
    }

    private Item applied(Change change, Item item) {
        var duty = item.duty();
        var rules = Stream.concat(duty.rules().stream(), change.rules().stream()).toList();
        return new Item(item.id(), item.title(), item.group(), item.access(),
                new Duty(duty.levels(), duty.unit(), duty.starts(), duty.key(), rules), withSteps(item.review(), change.steps()),
                item.channels(), item.head(), item.fields().plus(change.fields()), item.checks(), item.bases(),
                item.takesUnsorted(), item.pack() + "+" + digest);
    }

    private static List<Step> withSteps(List<Step> review, List<AddedStep> added) {
        var path = new ArrayList<>(review);
        for (var addition : added) {
            path.add(1 + ReviewPath.placeOf(addition.after(), path).orElseThrow(), addition.step());
        }
        return path;
    }
}
