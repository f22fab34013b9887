package openland.request.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.request.ReplyDraft;
import openland.request.Stated;
import org.jspecify.annotations.Nullable;

/** A reply as it is typed: the fields of its type under {@code s.} and their names. */
record ReplyForm(String type, String choice, Map<Stated, String> stated, String body, List<UUID> enclosures, String override) {
    static ReplyForm of(Map<String, String> typed, @Nullable List<String> enclosures) {
        var stated = new EnumMap<Stated, String>(Stated.class);
        Arrays.stream(Stated.values()).filter(what -> typed.containsKey("s." + what.name())).forEach(what -> stated.put(what, typed.getOrDefault("s." + what.name(), "").strip()));
        return new ReplyForm(typed.getOrDefault("type", ""), typed.getOrDefault("choice", ""), stated, typed.getOrDefault("body", ""),
                enclosures == null ? List.of() : enclosures.stream().map(ReplyForm::id).toList(), typed.getOrDefault("override", ""));
    }

    static ReplyForm of(ReplyDraft draft) {
        var choice = draft.choice();
        return new ReplyForm(draft.type(), choice == null ? "" : choice, draft.stated(), draft.body(), draft.enclosures(), draft.override());
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("要提供的文件请从页面上选。");
        }
    }

    /** @param fields what the type has; what was typed under another type is left out */
    ReplyDraft draft(List<Stated> fields) {
        var said = new EnumMap<Stated, String>(Stated.class);
        stated.forEach((what, words) -> {
            if (fields.contains(what) && !words.isBlank()) {
                said.put(what, words);
            }
        });
        return new ReplyDraft(type, choice.isBlank() ? null : choice, said, body, enclosures, override);
    }
}
