package openland.drafting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Time;
import openland.form.Field;
import openland.form.FieldType;
import openland.screening.Finding.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** From which earlier draft one was copied, and what its drafter should look at for that reason. */
@Component
class Origins {
    private static final FieldType DAY = FieldType.named("date").orElseThrow();

    private final JdbcClient db;
    private final DraftStore drafts;
    private final Composing composing;
    private final InstantSource time;

    Origins(JdbcClient db, DraftStore drafts, Composing composing, InstantSource time) {
        this.db = db;
        this.drafts = drafts;
        this.composing = composing;
        this.time = time;
    }

    /** @param dropped labels of what could not be copied */
    private record Origin(UUID origin, List<String> dropped) {}

    void add(UUID draft, UUID origin, List<String> dropped) {
        db.sql("insert into drafting_origin (draft, origin, dropped) values (:draft, :origin, :dropped)")
                .param("draft", draft).param("origin", origin).param("dropped", dropped.toArray(String[]::new)).update();
    }

    private Optional<Origin> of(UUID draft) {
        return db.sql("select origin, dropped from drafting_origin where draft = :draft").param("draft", draft)
                .query((row, _) -> new Origin(row.getObject("origin", UUID.class), List.of((String[]) row.getArray("dropped").getArray())))
                .optional();
    }

    /** Nothing for a draft that was written anew. */
    Stream<DraftFinding> findings(Draft draft) {
        return of(draft.id()).stream().flatMap(origin -> findings(draft, origin).stream());
    }

    private List<DraftFinding> findings(Draft draft, Origin origin) {
        var findings = new ArrayList<DraftFinding>();
        if (!origin.dropped().isEmpty()) {
            findings.add(found("", "没有照抄的：" + String.join("、", origin.dropped()) + "。每一件各有各的，或者今天的表单里没有，请按这一次的填。"));
        }
        var earlier = drafts.find(origin.origin()).orElseThrow().content();
        var now = draft.content();
        if (!earlier.attachments().isEmpty() && now.attachments().isEmpty()) {
            findings.add(found("", "上一件带" + earlier.attachments().size() + "个附件，没有照抄，请上传这一次的。"));
        }
        var item = composing.item(now);
        past(item.head().fields(), now.head(), earlier.head(), findings);
        past(item.fields().fields(), now.fields(), earlier.fields(), findings);
        return findings;
    }

    /** Days that are still the earlier ones and have passed. */
    private void past(List<Field> fields, Map<String, JsonNode> now, Map<String, JsonNode> earlier, List<DraftFinding> findings) {
        var today = Time.dateOf(time.instant());
        fields.stream().filter(field -> isStillPast(field, now.get(field.name()), earlier.get(field.name()), today))
                .forEach(field -> findings.add(found(field.name(), "这个日期照抄自上一件，已经过去，请看是不是要改。")));
    }

    private static boolean isStillPast(Field field, @Nullable JsonNode value, @Nullable JsonNode earlier, LocalDate today) {
        if (value == null || !value.equals(earlier)) {
            return false;
        }
        var last = switch (field.type().name()) {
            case "date" -> DAY.amountOrDay(value);
            case "date-range" -> DAY.amountOrDay(value.path("to"));
            default -> null;
        };
        return last instanceof LocalDate day && day.isBefore(today);
    }

    private static DraftFinding found(String field, String sentence) {
        return new DraftFinding(field, Severity.ASK, sentence, "", "照抄", "", false, null);
    }
}
