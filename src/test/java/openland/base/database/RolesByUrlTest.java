package openland.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A server by URL on which nobody has prepared anything. */
class RolesByUrlTest {
    private DataFolder folder;
    private EmbeddedDatabase server;

    @BeforeEach
    void startServer() {
        folder = DataFolder.take(TestDatabase.newFolder());
        server = EmbeddedDatabase.start(TestDatabase.homeIn(folder.path()), new EmbeddedDatabase.Settings(false, 50));
    }

    @AfterEach
    void stopServer() throws Exception {
        server.close();
        folder.close();
    }

    @Test
    void an_owner_who_may_make_roles_needs_no_superuser() {
        admin("create role owner login createrole password 'x'");
        var database = owned("first");
        migrate(database);
        migrate(database);
        assertThat(userAfter(database, "openland_program")).isEqualTo("openland_program");
        assertThat(userAfter(database, "openland_reader")).isEqualTo("openland_reader");
    }

    @Test
    void two_databases_of_one_server_may_be_migrated_at_once() {
        admin("create role owner login createrole password 'x'");
        var both = List.of("first", "second", "third").stream()
                .map(name -> owned(name))
                .map(database -> CompletableFuture.runAsync(() -> migrate(database)))
                .toList();
        both.forEach(CompletableFuture::join);
    }

    @Test
    void an_owner_to_whom_an_administrator_gave_the_roles_needs_no_other_right() {
        admin("create role openland_program; create role openland_reader");
        admin("create role owner login password 'x'; grant openland_program, openland_reader to owner");
        var database = owned("first");
        migrate(database);
        assertThat(userAfter(database, "openland_program")).isEqualTo("openland_program");
    }

    @Test
    void an_owner_who_may_neither_make_nor_take_the_roles_is_told_so() {
        admin("create role owner login password 'x'");
        var database = owned("first");
        assertThatThrownBy(() -> migrate(database)).isInstanceOfSatisfying(CannotStart.class, told -> {
            assertThat(told).hasMessage("The database user may not make the roles that Openland needs.");
            assertThat(told.remedy()).contains("create role openland_program");
        });
    }

    @Test
    void a_server_that_does_not_answer_is_named_in_a_sentence() {
        var database = new TestDatabase(server.access().url(), server.access().username(), server.access().password());
        server.close();
        assertThatThrownBy(() -> migrate(database)).isInstanceOf(CannotStart.class).hasMessageStartingWith("The PostgreSQL server does not answer: Connection to 127.0.0.1");
    }

    private TestDatabase owned(String name) {
        admin("create database " + name + " owner owner");
        return new TestDatabase(server.access().url().replace("/postgres", "/" + name), "owner", "x");
    }

    private void admin(String sql) {
        var access = server.access();
        JdbcClient.create(new DriverManagerDataSource(access.url(), access.username(), access.password())).sql(sql).update();
    }

    private static void migrate(TestDatabase database) {
        Migration.migrate(Flyway.configure().dataSource(database.url(), database.username(), database.password()).load());
    }

    private static String userAfter(TestDatabase database, String role) {
        var one = new SingleConnectionDataSource(database.url(), database.username(), database.password(), true);
        try {
            var sql = JdbcClient.create(one);
            sql.sql("set role " + role).update();
            return sql.sql("select current_user").query(String.class).single();
        } finally {
            one.destroy();
        }
    }
}
