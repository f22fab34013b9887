package openland.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of offices and their spans. */
@Repository
class OfficeStore {
    private static final String SPAN = """
            select s.office, s.code, s.name, s.level, s.region, s.parent, s.valid_from,
                   (select x.successor from office_successor x where x.office = s.office and x.since <= :day) as successor
              from office_span s
            """;
    private static final String CURRENT = " s.valid_from <= :day and (s.valid_to is null or s.valid_to > :day) ";

    private final JdbcClient db;

    OfficeStore(JdbcClient db) {
        this.db = db;
    }

    List<Office> all(LocalDate day) {
        return db.sql(SPAN + "where" + CURRENT + "order by s.rank, s.code collate \"C\"")
                .param("day", day).query(OfficeStore::office).list();
    }

    /** Current offices after the key (rank, code), in the order of {@link #all}. */
    List<Office> after(LocalDate day, int rank, String code, int limit) {
        return db.sql(SPAN + "where" + CURRENT + """
                   and (s.rank, s.code collate "C") > (:rank, :code collate "C")
                 order by s.rank, s.code collate "C" limit :limit""")
                .param("day", day).param("rank", rank).param("code", code).param("limit", limit)
                .query(OfficeStore::office).list();
    }

    /** The office as it stood on {@code day}, or as it stood at its end if it had ended. */
    Optional<Office> byId(UUID id, LocalDate day) {
        return db.sql(SPAN + "where s.office = :id and s.valid_from <= :day order by s.valid_from desc limit 1")
                .param("id", id).param("day", day).query(OfficeStore::office).optional();
    }

    /** Who bears the code on {@code day}, or else who bore it last. */
    Optional<UUID> byCode(String code, LocalDate day) {
        return db.sql("""
                select s.office from office_span s
                 where lower(s.code) = lower(:code) and s.valid_from <= :day
                 order by s.valid_from desc limit 1""")
                .param("code", code).param("day", day).query(UUID.class).optional();
    }

    /** One row for each office and name. */
    List<Office> called(String codeOrName, LocalDate day) {
        return db.sql("select * from (select distinct on (t.office, t.name) t.* from (" + SPAN + """
                where s.valid_from <= :day and (lower(s.code) = lower(:called) or s.name = :called)) t
                 order by t.office, t.name, t.valid_from desc) newest order by valid_from desc, code collate "C" limit 50""")
                .param("day", day).param("called", codeOrName).query(OfficeStore::office).list();
    }

    List<Office> subtree(UUID root, LocalDate day) {
        return db.sql("""
                with recursive tree (office) as (
                    select cast(:root as uuid)
                    union
                    select s.office from office_span s join tree t on s.parent = t.office where""" + CURRENT + ")"
                + SPAN + "join tree t on t.office = s.office where" + CURRENT + "order by s.rank, s.code collate \"C\"")
                .param("root", root).param("day", day).query(OfficeStore::office).list();
    }

    /** True when {@code ancestor} is met on the way up from {@code office}; an ended office counts where it last stood. */
    boolean isWithin(UUID office, UUID ancestor, LocalDate day) {
        return db.sql("""
                with recursive up (office) as (
                    select cast(:office as uuid)
                    union
                    select (select s.parent from office_span s where s.office = up.office and s.valid_from <= :day
                             order by s.valid_from desc limit 1)
                      from up where up.office is not null
                )
                select exists (select from up where office = :ancestor)""")
                .param("office", office).param("ancestor", ancestor).param("day", day)
                .query(Boolean.class).single();
    }

    boolean isEmpty() {
        return db.sql("select not exists (select from office_office)").query(Boolean.class).single();
    }

    void add(UUID id, Instant now) {
        db.sql("insert into office_office (id, created_at) values (:id, :now)")
                .param("id", id).param("now", Time.utc(now)).update();
    }

    void open(UUID id, NewOffice office, LocalDate from) {
        db.sql("""
                insert into office_span (office, valid_from, code, name, level, region, parent)
                values (:id, :from, :code, :name, :level, :region, cast(:parent as uuid))""")
                .param("id", id).param("from", from).param("code", office.code()).param("name", office.name())
                .param("level", office.level().name()).param("region", office.region()).param("parent", office.parent())
                .update();
    }

    /** The first day of the latest span, locked until the transaction ends; empty when the office has ended. */
    Optional<LocalDate> lockOpenSpan(UUID id) {
        return db.sql("select valid_from from office_span where office = :id and valid_to is null for update")
                .param("id", id).query(LocalDate.class).optional();
    }

    void close(UUID id, LocalDate on) {
        db.sql("update office_span set valid_to = :on where office = :id and valid_to is null")
                .param("id", id).param("on", on).update();
    }

    /** Corrects the span that begins on {@code from}: two changes of one day leave one span. */
    void replace(UUID id, LocalDate from, NewOffice office) {
        db.sql("""
                update office_span set code = :code, name = :name, level = :level, region = :region, parent = cast(:parent as uuid)
                 where office = :id and valid_from = :from""")
                .param("id", id).param("from", from).param("code", office.code()).param("name", office.name())
                .param("level", office.level().name()).param("region", office.region()).param("parent", office.parent())
                .update();
    }

    void succeed(UUID office, UUID successor, LocalDate since) {
        db.sql("insert into office_successor (office, successor, since) values (:office, :successor, :since)")
                .param("office", office).param("successor", successor).param("since", since).update();
    }

    private static Office office(ResultSet row, int number) throws SQLException {
        @Nullable UUID parent = row.getObject("parent", UUID.class);
        return new Office(row.getObject("office", UUID.class), row.getString("code"), row.getString("name"),
                Level.valueOf(row.getString("level")), row.getString("region"), parent,
                row.getObject("successor", UUID.class));
    }
}
