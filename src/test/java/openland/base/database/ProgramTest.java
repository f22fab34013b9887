package openland.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import openland.Openland;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program with the database inside it. */
@ExtendWith(OutputCaptureExtension.class)
class ProgramTest {
    private final Path folder = TestDatabase.newFolder();

    @Test
    void a_second_start_on_the_same_folder_is_refused_in_one_sentence(CapturedOutput output) throws Exception {
        try (var held = DataFolder.take(folder)) {
            assertThatThrownBy(this::start).satisfies(refused ->
                    assertThat(NestedExceptionUtils.getMostSpecificCause(refused)).isInstanceOf(CannotStart.class));
            assertThat(output).contains("Openland is already running on " + held.path() + ".").doesNotContain("\tat openland");
        }
    }

    @Test
    void the_program_goes_on_by_itself_when_its_database_is_killed() {
        try (var program = start()) {
            var sql = program.getBean(JdbcClient.class);
            var reader = (JdbcClient) program.getBean("publicReader");
            assertThat(sql.sql("select 1").query(Integer.class).single()).isEqualTo(1);
            for (int time = 1; time <= 2; time++) {
                new Postmaster(program.getBean(EmbeddedDatabase.class).pid(), folder.resolve("postgres/data")).signal("KILL");
                await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> answers(sql) && answers(reader));
            }
        }
        EmbeddedDatabaseTest.assertNoProcessIn(folder.resolve("postgres"));
    }

    @Test
    void asked_to_end_the_program_stops_its_database_last_and_cleanly() throws Exception {
        try (var child = Child.run(List.of(), Map.of(), arguments())) {
            child.line("ACCEPTING_TRAFFIC");
            child.process.toHandle().destroy();   // SIGTERM; Process.destroy would also close its output
            assertThat(child.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(child.rest()).doesNotContain("ERROR").doesNotContain("PSQLException");
        }
        EmbeddedDatabaseTest.assertNoProcessIn(folder.resolve("postgres"));
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private ConfigurableApplicationContext start() {
        var arguments = arguments();
        TestDatabase.homeIn(folder);
        return new SpringApplication(Openland.class).run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    private String[] arguments() {
        return new String[] {Openland.class.getName(), "--openland.data=" + folder, "--openland.demo=false", "--server.port=0",
            "--logging.level.org.springframework.boot.availability=debug"};
    }

    private static boolean answers(JdbcClient sql) {
        return sql.sql("select 1").query(Integer.class).single() == 1;
    }
}
