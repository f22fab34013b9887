package openland.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Level;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What offices say of themselves to applicants; an office that has said nothing yet has what follows from its name and level. */
@Service
public class RequestDesks {
    /** Who sets them. */
    public static final Set<Post> SETTERS = EnumSet.of(Post.LEADER, Post.HEAD);

    private final JdbcClient db;
    private final Offices offices;
    private final Journal journal;

    RequestDesks(JdbcClient db, Offices offices, Journal journal) {
        this.db = db;
        this.offices = offices;
        this.journal = journal;
    }

    /** @throws Refusal NOT_FOUND when there is no such office */
    public RequestDesk of(UUID office) {
        return db.sql("select * from request_desk where office = :office").param("office", office).query(RequestDesk.class).optional()
                .or(() -> offices.byId(office).map(RequestDesks::proposed)).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
    }

    /** Of those offices that have said something themselves. */
    public List<RequestDesk> said() {
        return db.sql("select * from request_desk").query(RequestDesk.class).list();
    }

    /** True when somebody of the office has said so himself. */
    public boolean isSet(UUID office) {
        return db.sql("select count(*) from request_desk where office = :office").param("office", office).query(Long.class).single() > 0;
    }

    private static RequestDesk proposed(Office office) {
        var place = place(office);
        var review = office.level() == Level.MINISTRY ? office.name() : place.map(name -> name + "人民政府").orElse("本级人民政府");
        var court = place.map(name -> "有管辖权的人民法院（" + name + "）").orElse("有管辖权的人民法院");
        return new RequestDesk(office.id(), "政府信息公开工作机构", "", "", "", "", "", "工作日", review, court, "", true, false, 20, word(office));
    }

    /** 青禾县 of 青禾县自然资源局. */
    private static Optional<String> place(Office office) {
        var name = office.name();
        int end = Math.max(Math.max(name.indexOf('县'), name.indexOf('区')), Math.max(name.indexOf('市'), name.indexOf('省')));
        return end < 1 ? Optional.empty() : Optional.of(name.substring(0, end + 1));
    }

    private static String word(Office office) {
        var letters = office.code().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return (letters.isEmpty() ? "X" : letters.substring(0, Math.min(6, letters.length()))) + "SQ";
    }

    /** @throws Refusal FORBIDDEN for others than a leader or head of the office; CONFLICT when another office has those letters */
    @Transactional
    public void set(RequestDesk desk, Officer by) {
        by.mustHoldOneOf(SETTERS, desk.office());
        boolean taken = db.sql("select count(*) from request_desk where number_word = :word and office <> :office").param("word", desk.numberWord())
                .param("office", desk.office()).query(Long.class).single() > 0;
        if (taken) {
            throw Refusal.conflict("编号代字“" + desk.numberWord() + "”已经有机构在用，请换一个。");
        }
        write(desk);
        journal.record(new Act("request.desk-set", by.id(), desk.office(), desk.office().toString(),
                Map.of("webConfirms", desk.webConfirms(), "fees", desk.fees(), "paymentDays", desk.paymentDays())));
    }

    private void write(RequestDesk desk) {
        db.sql("""
                insert into request_desk (office, unit, address, postcode, phone, fax, mail, hours, review_body, court, review_channel, web_confirms, fees, payment_days, number_word)
                values (:office, :unit, :address, :postcode, :phone, :fax, :mail, :hours, :reviewBody, :court, :reviewChannel, :webConfirms, :fees, :paymentDays, :numberWord)
                on conflict (office) do update set unit = excluded.unit, address = excluded.address, postcode = excluded.postcode, phone = excluded.phone,
                    fax = excluded.fax, mail = excluded.mail, hours = excluded.hours, review_body = excluded.review_body, court = excluded.court, review_channel = excluded.review_channel,
                    web_confirms = excluded.web_confirms, fees = excluded.fees, payment_days = excluded.payment_days, number_word = excluded.number_word""")
                .paramSource(desk).update();
    }
}
