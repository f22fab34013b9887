package openland.request;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what programs and the desk ask the whole book. */
@Repository
class BookStore {
    private final JdbcClient db;

    BookStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. @param stage null for all. @param year of receipt; null for all */
    List<InformationRequest> page(Collection<UUID> offices, @Nullable Stage stage, @Nullable Integer year, @Nullable String after, int limit) {
        var key = Keyset.decode(after);
        try {
            return db.sql("""
                    select * from request_request
                     where office = any(:offices) and (:after::uuid is null or id < :after::uuid) and (:stage::text is null or stage = :stage)
                       and (:year::int is null or received_on between make_date(:year::int, 1, 1) and make_date(:year::int, 12, 31))
                     order by id desc limit :limit""")
                    .param("offices", offices.toArray(UUID[]::new)).param("after", key == null ? null : UUID.fromString(key))
                    .param("stage", stage == null ? null : stage.name()).param("year", year).param("limit", limit).query(RequestStore::request).list();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }

    /** The same thing, asked for by several. */
    record Row(String asked, long applicants, long requests, String lastNumber, UUID lastId) {}

    /** What at least that many different applicants have asked the offices for since a day; most first. Imported books do not know who asked. */
    List<Row> alike(Collection<UUID> offices, int least, java.time.LocalDate since) {
        return db.sql("""
                select (array_agg(r.asked order by r.id desc))[1] as asked, count(distinct a.name_digest) as applicants, count(*) as requests,
                       (array_agg(r.number order by r.id desc))[1] as last_number, (array_agg(r.id order by r.id desc))[1] as last_id
                  from request_request r join request_filing f on f.id = r.filing join request_applicant a on a.id = f.applicant
                 where r.office = any(:offices) and r.received_on >= :since and a.name <> ''
                 group by r.office, r.asked_digest having count(distinct a.name_digest) >= :least
                 order by 2 desc, 3 desc, 5 desc limit 200""")
                .param("offices", offices.toArray(UUID[]::new)).param("least", least).param("since", since).query(Row.class).list();
    }
}
