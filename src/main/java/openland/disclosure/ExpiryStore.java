package openland.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what ends: the last day of a stretch stands with the facets of the newest edition. */
@Repository
class ExpiryStore {
    /** The last days of a field that are asked for, both included. */
    record Span(String item, String field, LocalDate from, LocalDate to) {}

    record Question(List<Span> spans, @Nullable Set<UUID> offices, boolean latestFirst) {}

    record Row(UUID piece, UUID office, String field, LocalDate endsOn, Projection projection) {}

    private final JdbcClient db;
    private final JsonMapper json;

    ExpiryStore(@Qualifier("publicReader") JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Keyset<Row> list(Question question, @Nullable String after, int limit) {
        var place = Place.of(after, question.latestFirst());
        var spans = question.spans();
        var rows = db.sql("""
                with span as (select * from unnest(cast(:items as text[]), cast(:fields as text[]), cast(:froms as numeric[]), cast(:tos as numeric[])) s (item, field, low, high)),
                     covered as (select coalesce(max(size), 0) as size from ledger_checkpoint)
                select f.disclosure, c.office, f.field, f.high, c.canonical
                  from span s join disclosure_facet f on f.item = s.item and f.field = s.field and f.high between s.low and s.high
                       join disclosure_content c on c.disclosure = f.disclosure and c.number = f.number, covered
                 where c.ledger_index < covered.size
                   and not exists (select 1 from disclosure_content n where n.disclosure = c.disclosure and n.number > c.number and n.ledger_index < covered.size)
                   and (cast(:offices as uuid[]) is null or c.office = any(cast(:offices as uuid[])))
                   and (:forward and (f.high, f.disclosure) > (:at, :id) or not :forward and (f.high, f.disclosure) < (:at, :id))
                 order by case when :forward then f.high else -f.high end, case when :forward then f.disclosure end, f.disclosure desc limit :limit""")
                .param("items", spans.stream().map(Span::item).toArray(String[]::new)).param("fields", spans.stream().map(Span::field).toArray(String[]::new))
                .param("froms", spans.stream().map(span -> span.from().toEpochDay()).toArray(Long[]::new))
                .param("tos", spans.stream().map(span -> span.to().toEpochDay()).toArray(Long[]::new))
                .param("offices", question.offices() == null ? null : question.offices().toArray(UUID[]::new))
                .param("forward", !question.latestFirst()).param("at", place.day()).param("id", place.id()).param("limit", limit + 1)
                .query((row, _) -> new Row(row.getObject("disclosure", UUID.class), row.getObject("office", UUID.class), row.getString("field"),
                        LocalDate.ofEpochDay(row.getBigDecimal("high").longValue()), json.readValue(row.getString("canonical"), Projection.class))).list();
        return Keyset.of(rows, limit, row -> row.endsOn().toEpochDay() + " " + row.piece());
    }

    /** Where a page ended. */
    private record Place(long day, UUID id) {
        static Place of(@Nullable String after, boolean latestFirst) {
            if (after == null) {
                return latestFirst ? new Place(Integer.MAX_VALUE, new UUID(-1, -1)) : new Place(Integer.MIN_VALUE, new UUID(0, 0));
            }
            try {
                var parts = after.split(" ", 2);
                return new Place(Long.parseLong(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
            }
        }
    }
}
