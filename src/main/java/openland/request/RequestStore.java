package openland.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of requests and their events. */
@Repository
class RequestStore {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> DETAIL = new TypeReference<>() { };

    private final JdbcClient db;

    RequestStore(JdbcClient db) {
        this.db = db;
    }

    /** The next number of a word and year, held until the transaction ends. */
    int nextNumber(String word, int year) {
        return db.sql("""
                insert into request_number (word, year, last) values (:word, :year, 1)
                on conflict (word, year) do update set last = request_number.last + 1 returning last""")
                .param("word", word).param("year", year).query(Integer.class).single();
    }

    void add(InformationRequest one) {
        db.sql("""
                insert into request_request (id, filing, office, number, asked, asked_digest, purpose, stage, applicant_kind, channel, follows)
                values (:id, :filing, :office, :number, :asked, :digest, :purpose, :stage, :kind, :channel, :follows)""")
                .param("id", one.id()).param("filing", one.filing()).param("office", one.office()).param("number", one.number()).param("asked", one.asked())
                .param("digest", askedDigest(one.asked())).param("purpose", one.purpose()).param("stage", one.stage().name())
                .param("kind", one.applicantKind().name()).param("channel", one.channel().name()).param("follows", one.follows()).update();
    }

    static byte[] askedDigest(String asked) {
        return Digests.sha256(Words.bare(asked).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Held against others until the transaction ends. */
    Optional<InformationRequest> locked(UUID id) {
        return db.sql("select * from request_request where id = :id for update").param("id", id).query(RequestStore::request).optional();
    }

    Optional<InformationRequest> byId(UUID id) {
        return db.sql("select * from request_request where id = :id").param("id", id).query(RequestStore::request).optional();
    }

    Optional<InformationRequest> byNumber(String number) {
        return db.sql("select * from request_request where number = :number").param("number", number).query(RequestStore::request).optional();
    }

    /** Of a case of the worklist: the answer itself, its confirmation, one that was ordered again, or a remedy against it. */
    Optional<UUID> ofCase(UUID caseId) {
        return db.sql("""
                select id from request_request where case_id = :case or confirm_case = :case or redo_of = :case
                 union select request from request_remedy where case_id = :case limit 1""").param("case", caseId).query(UUID.class).optional();
    }

    List<InformationRequest> ofFiling(UUID filing) {
        return db.sql("select * from request_request where filing = :filing order by number").param("filing", filing).query(RequestStore::request).list();
    }

    /** The one that another office registered when this one was handed over. */
    Optional<InformationRequest> handedOver(UUID id) {
        return db.sql("select r.* from request_request r join request_request o on o.id = r.follows where r.follows = :id and r.office <> o.office limit 1")
                .param("id", id).query(RequestStore::request).optional();
    }

    /** Others of the same applicant that ask for the same thing. */
    List<InformationRequest> sameAsked(InformationRequest one) {
        return db.sql("""
                select r.* from request_request r join request_filing f on f.id = r.filing join request_applicant a on a.id = f.applicant
                 where r.asked_digest = :digest and r.office = :office and r.id <> :id
                   and a.name_digest = (select a2.name_digest from request_filing f2 join request_applicant a2 on a2.id = f2.applicant where f2.id = :filing)
                 order by r.id desc limit 20""")
                .param("digest", askedDigest(one.asked())).param("office", one.office()).param("id", one.id()).param("filing", one.filing())
                .query(RequestStore::request).list();
    }

    void update(InformationRequest one) {
        db.sql("""
                update request_request set stage = :stage, regime = :regime, received_on = :received, case_id = :case, confirm_case = :confirm, unit = :unit,
                       handler = :handler, reply = :reply, reply_part = :part, closed_on = :closed, in_time = :inTime, extended = :extended,
                       counted_days = :counted, excluded_days = :excluded, redo_of = :redo, version = :version
                 where id = :id""")
                .param("stage", one.stage().name()).param("regime", name(one.regime())).param("received", one.receivedOn()).param("case", one.caseId())
                .param("confirm", one.confirmCase()).param("unit", one.unit()).param("handler", one.handler()).param("reply", one.reply())
                .param("part", one.replyPart()).param("closed", one.closedOn()).param("inTime", one.inTime()).param("extended", one.extended())
                .param("counted", one.countedDays()).param("excluded", one.excludedDays()).param("redo", one.redoOf()).param("version", one.version())
                .param("id", one.id()).update();
    }

    private static @Nullable String name(@Nullable Enum<?> one) {
        return one == null ? null : one.name();
    }

    void add(UUID request, RequestEvent event, Stage to) {
        db.sql("""
                insert into request_event (request, n, move, on_day, at, officer, remark, detail, to_stage)
                values (:request, :n, :move, :on, :at, :officer, :remark, :detail::jsonb, :to)""")
                .param("request", request).param("n", event.n()).param("move", event.move().name()).param("on", event.on())
                .param("at", Timestamp.from(event.at())).param("officer", event.officer()).param("remark", event.remark())
                .param("detail", JSON.writeValueAsString(event.detail())).param("to", to.name()).update();
    }

    /** In the order of being written down. */
    List<RequestEvent> events(UUID request) {
        return db.sql("select * from request_event where request = :request order by n").param("request", request).query(RequestStore::event).list();
    }

    private static RequestEvent event(ResultSet row, int n) throws SQLException {
        Map<String, String> detail = JSON.readValue(row.getString("detail"), DETAIL);
        return new RequestEvent(row.getInt("n"), RequestMove.valueOf(row.getString("move")), row.getObject("on_day", LocalDate.class),
                row.getTimestamp("at").toInstant(), row.getObject("officer", UUID.class), row.getString("remark"), detail);
    }

    static InformationRequest request(ResultSet row, int n) throws SQLException {
        var regime = row.getString("regime");
        return new InformationRequest(row.getObject("id", UUID.class), row.getObject("filing", UUID.class), row.getObject("office", UUID.class),
                row.getString("number"), row.getString("asked"), row.getString("purpose"), Stage.valueOf(row.getString("stage")),
                regime == null ? null : Regime.valueOf(regime), row.getObject("received_on", LocalDate.class), row.getObject("case_id", UUID.class),
                row.getObject("confirm_case", UUID.class), row.getString("unit"), row.getObject("handler", UUID.class), row.getString("reply"),
                row.getString("reply_part"), row.getObject("closed_on", LocalDate.class), row.getObject("in_time", Boolean.class),
                row.getBoolean("extended"), row.getObject("counted_days", Integer.class), row.getObject("excluded_days", Integer.class),
                ApplicantKind.valueOf(row.getString("applicant_kind")), Channel.valueOf(row.getString("channel")), row.getObject("redo_of", UUID.class),
                row.getObject("follows", UUID.class), row.getInt("version"));
    }
}
