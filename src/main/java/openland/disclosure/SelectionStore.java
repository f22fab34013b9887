package openland.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.disclosure.Selection.Between;
import openland.disclosure.Selection.Condition;
import openland.disclosure.Selection.Is;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of filtered lists, with the rights of the public. The newest covered edition stands for its piece. */
@Repository
class SelectionStore {
    private static final String NEWEST = """
              from disclosure_content c
             where c.item = :item and c.ledger_index < :covered
               and not exists (select 1 from disclosure_content n where n.disclosure = c.disclosure
                                and n.number > c.number and n.ledger_index < :covered)
            """;
    private static final String LISTED = """
            select c.disclosure, d.index_number, c.document_number, c.title, c.item, c.office, c.number, c.produced_on,
                   c.validity, c.published_at, c.ledger_index%s
              from (select c.* %s order by c.ledger_index %s limit :limit) c
                   join disclosure_disclosure d on d.id = c.disclosure
             order by c.ledger_index %s""";

    private final JdbcClient db;
    private final JsonMapper json;

    SelectionStore(@Qualifier("publicReader") JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** How many entries of the ledger a checkpoint covers. */
    long covered() {
        return db.sql("select coalesce(max(size), 0) from ledger_checkpoint").query(Long.class).single();
    }

    /** @param after index of the last entry of the page before; null for the first page */
    List<Listed> list(Selection selection, long covered, @Nullable Long after, int limit) {
        return page("", selection, covered, after, limit).query((row, _) -> listed(row)).list();
    }

    List<Selected> contents(Selection selection, long covered, @Nullable Long after, int limit) {
        return page(", c.canonical", selection, covered, after, limit)
                .query((row, _) -> new Selected(listed(row), json.readValue(row.getString("canonical"), Projection.class))).list();
    }

    private JdbcClient.StatementSpec page(String more, Selection selection, long covered, @Nullable Long after, int limit) {
        var statement = pageStatement(more, selection, covered, after, limit);
        return db.sql(statement.sql()).params(statement.parameters());
    }

    /** Apart from its running, so that how the database goes about it can be looked at. */
    record Statement(String sql, Map<String, Object> parameters) {}

    static Statement pageStatement(String more, Selection selection, long covered, @Nullable Long after, int limit) {
        var parameters = parameters(selection, covered);
        parameters.put("limit", limit);
        var from = where(selection, parameters);
        if (after != null) {
            from += " and c.ledger_index " + (selection.oldest() ? ">" : "<") + " :after";
            parameters.put("after", after);
        }
        var order = selection.oldest() ? "asc" : "desc";
        return new Statement(LISTED.formatted(more, from, order, order), parameters);
    }

    /** The most frequent values of each facet, and the whole. */
    List<FacetCount> counts(Selection selection, long covered, int most) {
        var parameters = parameters(selection, covered);
        parameters.put("most", most);
        return db.sql("""
                with matching as materialized (select c.disclosure, c.number, c.office %s),
                     counted as (select f.field, f.value, min(f.label) as label, count(*) as pieces
                                   from matching m join disclosure_facet f on f.disclosure = m.disclosure and f.number = m.number
                                  where f.value is not null group by f.field, f.value
                                  union all select '@office', office::text, '', count(*) from matching group by office
                                  union all select '@all', '', '', count(*) from matching),
                     ranked as (select *, row_number() over (partition by field order by pieces desc, value) as rank from counted)
                select field, value, label, pieces, rank from ranked where rank <= :most or field = '@office'
                 order by field, rank""".formatted(where(selection, parameters)))
                .params(parameters).query(FacetCount.class).list();
    }

    private static Map<String, Object> parameters(Selection selection, long covered) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("item", selection.item());
        parameters.put("covered", covered);
        return parameters;
    }

    private static String where(Selection selection, Map<String, Object> parameters) {
        var where = new StringBuilder(NEWEST);
        if (selection.offices() != null) {
            where.append(" and c.office = any(cast(:offices as uuid[]))");
            parameters.put("offices", selection.offices().toArray(UUID[]::new));
        }
        for (int i = 0; i < selection.conditions().size(); i++) {
            where.append(" and exists (select 1 from disclosure_facet f where f.disclosure = c.disclosure and f.number = c.number")
                    .append(" and f.item = :item and f.field = :field").append(i).append(condition(selection.conditions().get(i), i, parameters)).append(')');
        }
        return where.toString();
    }

    private static String condition(Condition condition, int i, Map<String, Object> parameters) {
        parameters.put("field" + i, condition.field());
        switch (condition) {
            case Is(var _, var value) -> {
                parameters.put("value" + i, value);
                return " and f.value = :value" + i;
            }
            case Between(var _, var low, var high) -> {
                var between = new StringBuilder(" and f.low is not null");
                if (high != null) {
                    parameters.put("high" + i, high);
                    between.append(" and f.low <= :high").append(i);
                }
                if (low != null) {
                    parameters.put("low" + i, low);
                    between.append(" and f.high >= :low").append(i);
                }
                return between.toString();
            }
        }
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(row.getObject("disclosure", UUID.class), row.getString("index_number"), row.getString("document_number"),
                row.getString("title"), row.getString("item"), row.getObject("office", UUID.class), row.getInt("number"),
                row.getObject("produced_on", LocalDate.class), row.getString("validity"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getLong("ledger_index"));
    }
}
