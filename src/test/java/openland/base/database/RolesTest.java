package openland.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import openland.OpenlandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class RolesTest {
    @Autowired JdbcClient program;
    @Autowired @Qualifier("publicReader") JdbcClient reader;
    @Autowired Environment environment;

    @Test
    void program_and_public_readers_work_in_roles_of_their_own() {
        assertThat(program.sql("select current_user").query(String.class).single()).isEqualTo("openland_program");
        assertThat(reader.sql("select current_user").query(String.class).single()).isEqualTo("openland_reader");
    }

    @Test
    void a_public_reader_cannot_read_what_was_not_granted_to_it() {
        owner("create table roles_hidden (id int)");
        assertThatThrownBy(() -> reader.sql("select id from roles_hidden").query(Integer.class).list())
                .rootCause().hasMessageContaining("permission denied for table roles_hidden");
    }

    @Test
    void a_public_reader_writes_nothing_even_where_it_was_granted() {
        owner("create table roles_read (id int)");
        owner("grant all on roles_read to openland_reader");
        assertThat(reader.sql("select id from roles_read").query(Integer.class).list()).isEmpty();
        assertThatThrownBy(() -> reader.sql("insert into roles_read values (1)").update())
                .rootCause().hasMessageContaining("read-only transaction");
    }

    @Test
    void the_program_cannot_change_what_it_may_only_add_to() {
        owner("create table roles_added (id int)");
        owner("grant select, insert on roles_added to openland_program");
        assertThat(program.sql("insert into roles_added values (1)").update()).isEqualTo(1);
        assertThatThrownBy(() -> program.sql("update roles_added set id = 2").update())
                .rootCause().hasMessageContaining("permission denied for table roles_added");
        assertThatThrownBy(() -> program.sql("delete from roles_added").update())
                .rootCause().hasMessageContaining("permission denied for table roles_added");
    }

    @Test
    void neither_role_makes_tables() {
        assertThatThrownBy(() -> program.sql("create table roles_own (id int)").update())
                .rootCause().hasMessageContaining("permission denied for schema public");
    }

    private void owner(String sql) {
        TestDatabase.of(environment).sql().sql(sql).update();
    }
}
