package openland.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published copies of all readers' positions, with the heartbeats of their nodes by the database's clock. */
@Repository
class Cursors {
    private final JdbcClient db;

    Cursors(JdbcClient db) {
        this.db = db;
    }

    /** Says that the node lives. A position never goes back within a node's life. */
    void beat(String node, String reader, long position) {
        db.sql("""
                insert into ledger_reader as r (reader, node, position, seen_at)
                values (:reader, :node, :position, clock_timestamp())
                on conflict (reader, node) do update
                   set seen_at = excluded.seen_at, position = greatest(r.position, excluded.position)""")
                .param("reader", reader).param("node", node).param("position", position).update();
    }

    void move(String node, String reader, long position) {
        db.sql("update ledger_reader set position = greatest(position, :position) where reader = :reader and node = :node")
                .param("reader", reader).param("node", node).param("position", position).update();
    }

    /** Forgets nodes that have not been seen for an hour. */
    void forgetDead() {
        db.sql("delete from ledger_reader where seen_at < clock_timestamp() - interval '1 hour'").update();
    }

    void forget(String node) {
        db.sql("delete from ledger_reader where node = :node").param("node", node).update();
    }

    /** Whether a checkpoint covers the entry and every reader of every live node has taken it in. */
    boolean allPassed(long index) {
        return db.sql("""
                select exists (select from ledger_checkpoint where size > :index)
                   and not exists (select from ledger_reader
                                    where seen_at > clock_timestamp() - interval '3 seconds' and position <= :index)""")
                .param("index", index).query(Boolean.class).single();
    }

    /** Which live readers have not passed, for the log. */
    List<String> late(long index) {
        return db.sql("""
                select reader || ' of node ' || node || ' at ' || position from ledger_reader
                 where seen_at > clock_timestamp() - interval '3 seconds' and position <= :index""")
                .param("index", index).query(String.class).list();
    }
}
