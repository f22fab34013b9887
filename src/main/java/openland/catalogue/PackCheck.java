package openland.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openland.form.Field;
import openland.form.Form;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is asked of a pack when it is loaded, and not when it is read again: one of earlier times, with which drafts were
 * begun, need not fit what this program has learned since.
 */
final class PackCheck {
    private PackCheck() {}

    /** @param whole the pack as it was written. @throws PackFault at an example that cannot be typed, or a channel that there is not */
    static void check(Pack pack, Place whole) {
        var items = whole.at("items").each();
        for (int i = 0; i < items.size(); i++) {
            items.get(i).at("channels").each().forEach(channel -> channel.must(Optional.of(channel.text()).filter(Channels::has),
                    "没有" + channel.text() + "这种公开渠道；有：" + String.join("、", Channels.codes()) + "。"));
            examples(pack.isOverlay() ? pack.overlay().changes().get(i).fields() : pack.items().get(i).fields().fields(), items.get(i).at("fields"));
        }
    }

    private static void examples(List<Field> fields, Place places) {
        for (int i = 0; i < fields.size(); i++) {
            var place = places.each().get(i);
            exampleCanBeRead(fields.get(i), place.at("example"));
            examples(fields.get(i).columns(), place.at("columns"));
        }
    }

    private static void exampleCanBeRead(Field field, Place example) {
        if (field.example().isEmpty() || field.isLookedUp()) {
            return;   // only a running program can look it up
        }
        var problems = new Form(List.of(field)).read(Map.of(field.name(), JsonNodeFactory.instance.stringNode(field.example()))).problems();
        if (!problems.isEmpty()) {
            throw example.fault("这个例子填不进字段：" + problems.getFirst().sentence());
        }
    }
}
