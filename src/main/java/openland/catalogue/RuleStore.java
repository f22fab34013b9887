package openland.catalogue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import openland.calendar.ClockRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what administrators say of the rules. */
@Repository
class RuleStore {
    private final JdbcClient db;

    RuleStore(JdbcClient db) {
        this.db = db;
    }

    List<RuleConfirmation> confirmations() {
        return db.sql("select id, obligation, source, officer, at from catalogue_rule_confirmation where ended_at is null order by obligation")
                .query((row, _) -> new RuleConfirmation(row.getObject("id", UUID.class), row.getString("obligation"), row.getString("source"),
                        row.getObject("officer", UUID.class), row.getTimestamp("at").toInstant())).list();
    }

    List<RuleSetting> settings() {
        return db.sql("select id, office, obligation, clock, basis, officer, at, ended_at from catalogue_rule_setting order by obligation, at")
                .query((row, _) -> new RuleSetting(row.getObject("id", UUID.class), row.getObject("office", UUID.class), row.getString("obligation"),
                        row.getString("clock") == null ? null : ClockRule.parse(row.getString("clock")), row.getString("basis"),
                        row.getObject("officer", UUID.class), row.getTimestamp("at").toInstant(),
                        row.getTimestamp("ended_at") == null ? null : row.getTimestamp("ended_at").toInstant())).list();
    }

    /** False when it is confirmed already. */
    boolean add(RuleConfirmation confirmation) {
        return db.sql("""
                insert into catalogue_rule_confirmation (id, obligation, source, officer, at) values (:id, :obligation, :source, :officer, :at)
                on conflict do nothing""")
                .param("id", confirmation.id()).param("obligation", confirmation.obligation()).param("source", confirmation.source())
                .param("officer", confirmation.officer()).param("at", Timestamp.from(confirmation.at())).update() == 1;
    }

    void add(RuleSetting setting) {
        var clock = setting.clock();
        db.sql("""
                insert into catalogue_rule_setting (id, office, obligation, clock, basis, officer, at)
                values (:id, :office, :obligation, :clock, :basis, :officer, :at)""")
                .param("id", setting.id()).param("office", setting.office()).param("obligation", setting.obligation())
                .param("clock", clock == null ? null : clock.text()).param("basis", setting.basis()).param("officer", setting.officer())
                .param("at", Timestamp.from(setting.at())).update();
    }

    /** False when there was none. */
    boolean endConfirmation(String obligation, UUID officer, Instant at) {
        return db.sql("update catalogue_rule_confirmation set ended_at = :at, ended_by = :officer where obligation = :obligation and ended_at is null")
                .param("obligation", obligation).param("officer", officer).param("at", Timestamp.from(at)).update() == 1;
    }

    /** False when there was none. */
    boolean endSetting(UUID office, String obligation, UUID officer, Instant at) {
        return db.sql("""
                update catalogue_rule_setting set ended_at = :at, ended_by = :officer
                 where office = :office and obligation = :obligation and ended_at is null""")
                .param("office", office).param("obligation", obligation).param("officer", officer).param("at", Timestamp.from(at)).update() == 1;
    }
}
