package openland.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {
    private DataFolder folder;
    private Path home;

    @BeforeEach
    void takeFolder() {
        folder = DataFolder.take(TestDatabase.newFolder());
        home = TestDatabase.homeIn(folder.path());
    }

    @AfterEach
    void releaseFolder() throws Exception {
        folder.close();
    }

    @Test
    void every_commit_is_on_the_disk_before_it_is_answered() {
        try (var database = start()) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(sql(database).sql("show " + setting).query(String.class).single()).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void only_the_password_in_a_file_of_the_owner_opens_it() throws Exception {
        try (var database = start()) {
            var url = database.access().url();
            for (var wrong : List.of("", "wrong")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, database.access().username(), wrong)).isInstanceOf(PSQLException.class);
            }
            assertThat(sql(database).sql("select distinct auth_method from pg_hba_file_rules").query(String.class).list())
                    .containsExactly("scram-sha-256");
            assertThat(sql(database).sql("show listen_addresses").query(String.class).single()).isEqualTo("127.0.0.1");
            assertThat(Files.getPosixFilePermissions(home.resolve("password"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(folder.path())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void data_and_port_stay_over_a_restart_and_a_stop_leaves_no_process() {
        String url;
        try (var database = start()) {
            url = database.access().url();
            write(sql(database));
        }
        assertNoProcessIn(home);
        try (var database = start()) {
            assertThat(database.access().url()).isEqualTo(url);
            assertThat(read(sql(database))).isEqualTo("kept");
        }
    }

    @Test
    void a_number_in_the_pid_file_that_now_belongs_to_a_stranger_does_not_stop_the_start() throws Exception {
        start().close();
        Files.writeString(home.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n" + home.resolve("data") + "\n");
        try (var database = start()) {
            assertThat(sql(database).sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
    }

    @Test
    void a_server_left_by_a_killed_program_is_stopped_and_nothing_is_lost() throws Exception {
        folder.close();
        var child = Child.on(folder.path(), List.of(), Map.of());
        var ready = child.ready();
        write(ready.database().sql());
        child.kill();
        var left = new Postmaster(ready.postmaster(), home.resolve("data"));
        assertThat(left.lives()).isTrue();

        folder = DataFolder.take(folder.path());
        try (var database = start()) {
            assertThat(left.lives()).isFalse();
            assertThat(read(sql(database))).isEqualTo("kept");
        }
    }

    @Test
    void a_query_that_outlived_program_and_server_is_ended_before_the_next_start() throws Exception {
        folder.close();
        var child = Child.on(folder.path(), List.of(), Map.of());
        var ready = child.ready();
        write(ready.database().sql());
        calculateForEver(ready.database().sql());
        child.kill();
        new Postmaster(ready.postmaster(), home.resolve("data")).signal("KILL");
        var left = Postmaster.leftovers(home.resolve("data"));
        assertThat(left).isNotEmpty();

        folder = DataFolder.take(folder.path());
        try (var database = start()) {
            assertThat(left).noneMatch(Postmaster::lives);
            assertThat(read(sql(database))).isEqualTo("kept");
        }
    }

    @Test
    void a_first_start_killed_while_it_makes_the_data_is_done_again() throws Exception {
        folder.close();
        var child = Child.on(folder.path(), List.of(), Map.of());
        await().pollInterval(Duration.ofMillis(5)).until(() -> hasUnfinishedData(home));
        child.kill();
        assertThat(home.resolve("data")).doesNotExist();

        folder = DataFolder.take(folder.path());
        try (var database = start()) {
            write(sql(database));
            assertThat(hasUnfinishedData(home)).isFalse();
        }
    }

    @Test
    void data_without_their_password_are_left_alone_and_named() throws Exception {
        start().close();
        Files.move(home.resolve("password"), home.resolve("password.away"));
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageStartingWith("The password of the embedded database is missing");
        Files.move(home.resolve("password.away"), home.resolve("password"));
        start().close();
    }

    @Test
    void a_killed_server_answers_again_within_ten_seconds_even_when_a_calculation_goes_on() {
        try (var database = start()) {
            write(sql(database));
            calculateForEver(sql(database));
            new Postmaster(database.pid(), home.resolve("data")).signal("KILL");
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> read(sql(database)), "kept"::equals);
        }
        assertNoProcessIn(home);
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(home, EmbeddedDatabase.Settings.OF_THE_PROGRAM);
    }

    private static JdbcClient sql(EmbeddedDatabase database) {
        var access = database.access();
        return JdbcClient.create(new DriverManagerDataSource(access.url(), access.username(), access.password()));
    }

    /** A backend that notices nothing, as it never waits. */
    private static void calculateForEver(JdbcClient sql) {
        Thread.ofVirtual().start(() -> sql.sql("do $$ begin loop end loop; end $$").update());
        await().until(() -> sql.sql("select count(*) from pg_stat_activity where query like 'do %'").query(Integer.class).single() > 0);
    }

    static void write(JdbcClient sql) {
        sql.sql("create table note (words text)").update();
        sql.sql("insert into note values ('kept')").update();
    }

    static String read(JdbcClient sql) {
        return sql.sql("select words from note").query(String.class).single();
    }

    static void assertNoProcessIn(Path home) {
        assertThat(ProcessHandle.allProcesses().map(process -> new Postmaster(process.pid(), home.resolve("data"))).filter(Postmaster::lives)).isEmpty();
    }

    private static boolean hasUnfinishedData(Path home) throws Exception {
        try (var entries = Files.list(home)) {
            return entries.anyMatch(entry -> Files.isDirectory(entry) && entry.getFileName().toString().startsWith("unfinished-")
                    && Files.exists(entry.resolve("PG_VERSION")));
        }
    }
}
