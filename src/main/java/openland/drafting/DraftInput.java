package openland.drafting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import openland.base.Refusal;
import openland.base.Time;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client sends for a draft, under the names of the import record.
 *
 * @param attachments names of files uploaded before, in order; null keeps what is there
 */
record DraftInput(String item, String office, Map<String, JsonNode> head, Map<String, JsonNode> fields,
        @Nullable List<String> attachments, List<String> jointOffices, boolean important, @Nullable UUID amends,
        boolean retracts, @Nullable Instant publishAt, @Nullable UUID duty) {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    /** @throws Refusal when it is not an object, or item or office is missing, or a member has the wrong shape */
    static DraftInput of(JsonNode json) {
        if (!json.isObject()) {
            throw Refusal.invalid("稿件应是一个JSON对象。");
        }
        var head = new LinkedHashMap<String, JsonNode>();
        json.properties().forEach(member -> head.put(member.getKey(), member.getValue()));
        var input = new DraftInput(text(head, "item"), text(head, "office"), head, members(head.remove("fields")),
                strings(head.remove("attachments"), "attachments"),
                orEmpty(strings(head.remove("jointOffices"), "jointOffices")), bool(head.remove("important"), "important"),
                uuid(head.remove("amends"), "amends应是所修改信息的编号（UUID）。"), bool(head.remove("retracts"), "retracts"), instant(head.remove("publishAt")),
                uuid(head.remove("duty"), "duty应是公开义务的编号（UUID）。"));
        head.values().removeIf(JsonNode::isNull);
        return input;
    }

    /** The draft as a client would send it again. @param office its code */
    static ObjectNode again(Draft draft, String office) {
        var content = draft.content();
        var input = like(content, office, _ -> true, _ -> true).put("retracts", content.retracts());
        if (content.publishAt() != null) {
            input.put("publishAt", content.publishAt().toString());
        }
        if (content.amends() != null) {
            input.put("amends", content.amends().toString());
        }
        if (content.duty() != null) {
            input.put("duty", content.duty().toString());
        }
        return input;
    }

    /** What a new draft that says the same is made from. @param office its code @param head names to take @param fields names to take */
    static ObjectNode like(Content content, String office, Predicate<String> head, Predicate<String> fields) {
        var input = JsonNodeFactory.instance.objectNode().put("item", content.item()).put("office", office)
                .put("important", content.important());
        copy(content.head(), head, input);
        copy(content.fields(), fields, input.putObject("fields"));
        content.jointOffices().forEach(input.putArray("jointOffices")::add);
        return input;
    }

    private static void copy(Map<String, JsonNode> values, Predicate<String> taken, ObjectNode into) {
        values.forEach((name, value) -> {
            if (taken.test(name)) {
                into.set(name, value);
            }
        });
    }

    /** A null in the JSON says as much as no member. */
    private static @Nullable JsonNode given(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }

    private static String text(Map<String, JsonNode> members, String name) {
        var node = given(members.remove(name));
        if (node == null || !node.isString() || node.asString().isBlank()) {
            throw Refusal.invalid("稿件缺少" + name + "（" + (name.equals("item") ? "目录事项" : "机构代码") + "）。");
        }
        return node.asString().strip();
    }

    private static Map<String, JsonNode> members(@Nullable JsonNode member) {
        var members = new LinkedHashMap<String, JsonNode>();
        var node = given(member);
        if (node != null) {
            if (!node.isObject()) {
                throw Refusal.invalid("fields应是一个JSON对象。");
            }
            node.properties().stream().filter(m -> !m.getValue().isNull()).forEach(m -> members.put(m.getKey(), m.getValue()));
        }
        return members;
    }

    private static @Nullable List<String> strings(@Nullable JsonNode member, String name) {
        var node = given(member);
        if (node == null) {
            return null;
        }
        if (!node.isArray() || !StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isString)) {
            throw Refusal.invalid(name + "应是一列文字。");
        }
        return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static boolean bool(@Nullable JsonNode member, String name) {
        var node = given(member);
        if (node != null && !node.isBoolean()) {
            throw Refusal.invalid(name + "应是true或false。");
        }
        return node != null && node.asBoolean();
    }

    private static @Nullable UUID uuid(@Nullable JsonNode member, String sentence) {
        var node = given(member);
        try {
            return node != null ? UUID.fromString(node.asString()) : null;
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(sentence);
        }
    }

    /** With an offset, or a local time in China without one. */
    private static @Nullable Instant instant(@Nullable JsonNode member) {
        var node = given(member);
        if (node == null || node.asString().isBlank()) {
            return null;
        }
        var text = node.asString();
        try {
            var at = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? OffsetDateTime.parse(text).atZoneSameInstant(Time.CHINA)
                    : LocalDateTime.parse(text).atZone(Time.CHINA);
            if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
                throw Refusal.invalid("publishAt（定时公开）的年份应在" + FIRST_YEAR + "到" + LAST_YEAR + "之间，请核对。");
            }
            return at.toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid("publishAt（定时公开）应像2026-11-22T09:00这样写。");
        }
    }
}
