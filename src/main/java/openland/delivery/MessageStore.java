package openland.delivery;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.MailAddress;
import openland.base.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what goes out. */
@Repository
class MessageStore {
    private static final long CLAIMING = 0x6d61_696cL;   // "mail"

    /** A message whose turn it is. @param tries this one counted */
    record Claimed(UUID id, Message message, int tries, Instant createdAt) {}

    private final JdbcClient db;

    MessageStore(JdbcClient db) {
        this.db = db;
    }

    /** False when this recipient has been told of the same. */
    boolean add(UUID id, Message message, Instant now) {
        var unsubscribe = message.unsubscribe();
        return db.sql("""
                insert into delivery_message (id, channel, recipient, subject, body, reference, unsubscribe, created_at, next_at)
                values (:id, 'MAIL', :to, :subject, :body, :reference, :unsubscribe, :now, :now) on conflict do nothing""")
                .param("id", id).param("to", message.to().text()).param("subject", message.subject()).param("body", message.text())
                .param("reference", message.reference()).param("unsubscribe", unsubscribe == null ? "" : unsubscribe.toString())
                .param("now", Time.utc(now)).update() == 1;
    }

    /** Until the transaction ends only one process takes its turn, so that none counts what another is about to send. */
    boolean mayClaim() {
        return db.sql("select pg_try_advisory_xact_lock(:key)").param("key", CLAIMING).query(Boolean.class).single();
    }

    /** How many were tried after {@code since}, by all processes. */
    int triedSince(Instant since) {
        return db.sql("select count(*) from delivery_message where tried_at > :since").param("since", Time.utc(since)).query(Integer.class).single();
    }

    /** Deletes what waits, those under way included. */
    void recall(String reference) {
        db.sql("delete from delivery_message where state = 'WAITING' and reference like :reference").param("reference", reference).update();
    }

    /** What waits longest for its turn: officers' mail first, then what can be unsubscribed from. */
    Optional<Claimed> due(Instant now) {
        return db.sql("""
                select * from delivery_message where state = 'WAITING' and next_at <= :now
                 order by unsubscribe <> '', next_at, id limit 1 for update skip locked""")
                .param("now", Time.utc(now)).query(MessageStore::claimed).optional();
    }

    void claim(UUID id, Instant now, Instant next) {
        db.sql("update delivery_message set tries = tries + 1, tried_at = :now, next_at = :next where id = :id")
                .param("now", Time.utc(now)).param("next", Time.utc(next)).param("id", id).update();
    }

    void sent(UUID id, Instant now) {
        db.sql("update delivery_message set state = 'SENT', sent_at = :now, error = '' where id = :id and state <> 'SENT'")
                .param("now", Time.utc(now)).param("id", id).update();
    }

    /** It goes on waiting. */
    void refused(UUID id, String error) {
        db.sql("update delivery_message set error = :error where id = :id and state = 'WAITING'").param("error", error).param("id", id).update();
    }

    void failed(UUID id, String error) {
        db.sql("update delivery_message set state = 'FAILED', error = :error where id = :id and state = 'WAITING'")
                .param("error", error).param("id", id).update();
    }

    /** Gives up what is older than {@code before} and whose last try is over. @return how many */
    int giveUp(Instant before, Instant now, String neverTried) {
        return db.sql("""
                update delivery_message
                   set state = 'FAILED', error = case when error <> '' then error when tries = 0 then :never else '没有得到邮件服务器的答复。' end
                 where state = 'WAITING' and created_at < :before and (tries = 0 or tried_at < :lately)""")
                .param("never", neverTried).param("before", Time.utc(before)).param("lately", Time.utc(now.minus(Duration.ofMinutes(1)))).update();
    }

    /** Forgets what is done with. */
    int forget(Instant before) {
        return db.sql("delete from delivery_message where state <> 'WAITING' and created_at < :before").param("before", Time.utc(before)).update();
    }

    /** How many wait, and how many could not be sent and are not forgotten yet. */
    Outgoing.Counts counts() {
        return db.sql("""
                select count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'WAITING' and error <> '') as troubled,
                       count(*) filter (where state = 'FAILED') as failed, count(*) filter (where state = 'SENT') as sent
                  from delivery_message""")
                .query(Outgoing.Counts.class).single();
    }

    /** Those that are in trouble, the last first. */
    List<Outgoing.Trouble> troubles(int limit) {
        return db.sql("""
                select recipient, created_at, tries, state, error from delivery_message
                 where state = 'FAILED' or state = 'WAITING' and error <> '' order by created_at desc, id limit :limit""")
                .param("limit", limit)
                .query((row, _) -> new Outgoing.Trouble(new MailAddress(row.getString("recipient")).masked(), row.getTimestamp("created_at").toInstant(),
                        row.getInt("tries"), row.getString("state").equals("FAILED"), row.getString("error"))).list();
    }

    private static Claimed claimed(ResultSet row, int n) throws SQLException {
        var unsubscribe = row.getString("unsubscribe");
        return new Claimed(row.getObject("id", UUID.class),
                new Message(new MailAddress(row.getString("recipient")), row.getString("subject"), row.getString("body"), row.getString("reference"),
                        unsubscribe.isEmpty() ? null : URI.create(unsubscribe)),
                row.getInt("tries") + 1, row.getTimestamp("created_at").toInstant());
    }
}
