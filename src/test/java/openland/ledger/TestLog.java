package openland.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import openland.base.DurableFolder;
import openland.base.database.TestDatabase;
import openland.journal.Act;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log on a database of its own, and any number of nodes that work on it, so that a start costs a moment and damage no one else. */
final class TestLog implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final Instant TIME = Instant.parse("2026-11-22T01:02:03.004Z");

    /** Made once, emptied for each test: a database is a thousand files. */
    private static final class Shared {
        static final TestDatabase DATABASE = migrated();
    }

    final TestDatabase database;
    final Path files;
    private final List<HikariDataSource> pools = new ArrayList<>();

    TestLog() {
        this(TestDatabase.newFolder().resolve("files"));
    }

    /** With its files in that folder. */
    TestLog(Path files) {
        this(Shared.DATABASE, files);
        damage("truncate ledger_entry, ledger_checkpoint, ledger_log, ledger_key, ledger_reader", "update ledger_counter set next = 0");
    }

    private TestLog(TestDatabase database, Path files) {
        this.database = database;
        this.files = files;
    }

    /** A second log beside the first. */
    static TestLog other() {
        return new TestLog(migrated(), TestDatabase.newFolder().resolve("files"));
    }

    /** The log that is already on that database and in that folder. */
    static TestLog at(TestDatabase database, Path files) {
        return new TestLog(database, files);
    }

    private static TestDatabase migrated() {
        var database = TestDatabase.fresh();
        Flyway.configure().dataSource(database.url(), database.username(), database.password()).load().migrate();
        return database;
    }

    /** A node that is not started yet. */
    Node node(LedgerReader... readers) {
        return new Node(false, DurableFolder.none(), readers);
    }

    Node demo() {
        return new Node(true, DurableFolder.none());
    }

    /** One whose writing can fail. */
    Node node(DurableFolder.Fault fault) {
        return new Node(false, fault);
    }

    /** Appends that many entries at once, which no one has signed yet. */
    void fill(int count) {
        damage("""
                insert into ledger_entry (idx, subject, type, leaf, leaf_hash, at)
                select i, gen_random_uuid(), 'receipt', l, sha256('\\x00'::bytea || convert_to(l, 'UTF8')), now()
                  from generate_series((select next from ledger_counter), (select next from ledger_counter) + %d - 1) i,
                       lateral (select '{"issuer":"520000","number":' || i || '}' as l) t""".formatted(count),
                "update ledger_counter set next = next + " + count);
    }

    /** As the owner, who may switch the guards off. */
    void damage(String... statements) {
        var owner = database.sql();
        for (var table : List.of("ledger_entry", "ledger_checkpoint", "ledger_counter", "ledger_log", "ledger_key")) {
            owner.sql("alter table " + table + " disable trigger all").update();
        }
        for (var statement : statements) {
            owner.sql(statement).update();
        }
        for (var table : List.of("ledger_entry", "ledger_checkpoint", "ledger_counter", "ledger_log", "ledger_key")) {
            owner.sql("alter table " + table + " enable trigger all").update();
        }
    }

    LogKeys keys() {
        return new Checkpoints(database.sql()).keys().orElseThrow();
    }

    List<SignedCheckpoint> checkpoints() {
        return new Checkpoints(database.sql()).between(-1, Long.MAX_VALUE).values().stream()
                .sorted(java.util.Comparator.comparing(SignedCheckpoint::size)).toList();
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }

    static Leaf leaf(LeafType type) {
        return Leaf.of(type, "520000", "520000-2026-" + NUMBER.incrementAndGet(), type == LeafType.WITHDRAW ? null : 1, TIME, null);
    }

    /** What one process holds. */
    final class Node {
        final Line line = new Line(pool(), database.sql());
        final JdbcClient db = JdbcClient.create(line);
        final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(line));
        final Bells bells = new Bells(db);
        final Entries entries = new Entries(db, db);
        final Checkpoints checkpoints = new Checkpoints(db);
        final Standing standing = new Standing();
        final KeyFolder folder;
        final Tiles tiles;
        final SelfCheck selfCheck = new SelfCheck(entries, checkpoints);
        final Cursors cursors = new Cursors(db);
        final Contact contact = new Contact();
        final Barrier barrier = new Barrier(cursors, bells);
        final Integrator integrator;
        final Ledger ledger;
        final LedgerHealth health = new LedgerHealth(standing, contact);
        final List<Act> acts = new ArrayList<>();
        final Signer signer;
        final KeyChange keyChange;
        final Opening opening;
        final LedgerLife life;

        Node(boolean demo, DurableFolder.Fault fault, LedgerReader... readers) {
            folder = new KeyFolder(files, fault);
            tiles = new Tiles(files, entries, fault);
            integrator = new Integrator(entries, checkpoints, folder, tiles, selfCheck, bells, transaction, Clock.systemUTC());
            var appending = new Appending(entries, standing, bells);
            ledger = new Ledger(entries, checkpoints, appending, tiles, integrator);
            signer = new Signer(folder);
            keyChange = new KeyChange(checkpoints, folder, appending, acts::add, transaction, Clock.systemUTC());
            opening = new Opening(checkpoints, folder, signer, transaction, Clock.systemUTC(), demo, URI.create("https://land.example.cn/"));
            var registered = new LinkedHashMap<String, Object>();
            for (var reader : readers) {
                registered.put(reader.name(), reader);
            }
            life = new LedgerLife(opening, integrator, selfCheck, keyChange, checkpoints, standing, new Lifeline(line, bells),
                    bells, ledger, cursors, contact, new StaticListableBeanFactory(registered).getBeanProvider(LedgerReader.class));
        }

        Node start() {
            life.start();
            return this;
        }

        Entry append(UUID subject) {
            return transaction.execute(_ -> ledger.append(subject, leaf(LeafType.PUBLISH)));
        }

        Entry append() {
            return append(UUID.randomUUID());
        }

        /** Appends that many and waits for their checkpoint. */
        Node grow(int count) {
            for (int i = 0; i < count; i++) {
                append();
            }
            Await.until(() -> ledger.size() == entries.end());
            return this;
        }
    }

    private HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setConnectionInitSql("set role openland_program");
        pool.setMinimumIdle(1);
        pool.setPoolName("node-" + pools.size());
        pool.addDataSourceProperty("ApplicationName", pool.getPoolName());
        pools.add(pool);
        return pool;
    }

    /** The way to the database, which can be cut: the server then ends what is open and no new connection comes about. */
    static final class Line extends DelegatingDataSource {
        private final String name;
        private final JdbcClient owner;
        private volatile boolean cut;

        Line(HikariDataSource pool, JdbcClient owner) {
            super(pool);
            this.name = pool.getPoolName();
            this.owner = owner;
        }

        void cut() {
            cut = true;
            owner.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = :name")
                    .param("name", name).query(Boolean.class).list();
        }

        void mend() {
            cut = false;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (cut) {
                throw new SQLException("the line is cut", "08006");
            }
            return super.getConnection();
        }
    }
}
