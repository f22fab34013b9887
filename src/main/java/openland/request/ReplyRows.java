package openland.request;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which row of which table counts a reply. */
@Component
class ReplyRows {
    private final Map<String, ReplyType> types = new HashMap<>();

    ReplyRows(ReplyTypes replies) {
        replies.all().forEach(type -> types.put(type.code(), type));
    }

    /** Of the table of 2021: 一, 三4; empty for what is no reply. */
    String row(String reply) {
        var type = types.get(reply);
        return type == null ? "" : type.row();
    }

    /**
     * Of the table of 2014 to 2018: 3.3.4.2; empty where it has none, or where it was not said which.
     *
     * @param part the row itself, or the name of the choice that decides it
     */
    String formerRow(String reply, String part) {
        var type = types.get(reply);
        if (type == null) {
            return "";
        }
        return part.startsWith("3.3.") ? part : type.choices().contains(part) ? type.formerRow(part).orElse("") : type.commonFormerRow();
    }
}
