package openland.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As whom PostgreSQL runs; only root can try all of it. */
class ServerUserTest {
    private static final int NOBODY = 65534;
    private final Path folder = TestDatabase.newFolder();

    @BeforeEach
    void onlyRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")));
    }

    @Test
    void root_without_user_namespaces_runs_it_as_an_account_without_rights() throws Exception {
        try (var child = Child.on(folder, List.of(), withoutNamespaces())) {
            var ready = child.ready();
            assertThat(uidOf(ready.postmaster())).isNotZero();
            EmbeddedDatabaseTest.write(ready.database().sql());
        }
        assertThat(Files.getOwner(folder.resolve("postgres/data")).getName()).isNotEqualTo("root");
        EmbeddedDatabaseTest.assertNoProcessIn(folder.resolve("postgres"));
    }

    @Test
    void root_without_user_namespaces_and_below_a_folder_of_its_own_runs_it_too() throws Exception {
        var inner = Files.createDirectories(folder.resolve("closed/data"));
        Files.setPosixFilePermissions(folder.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
        try (var child = Child.on(inner, List.of(), withoutNamespaces())) {
            assertThat(uidOf(child.ready().postmaster())).isNotZero();
        }
    }

    @Test
    void the_same_data_are_opened_with_and_without_user_namespaces() throws Exception {
        try (var child = Child.on(folder, List.of(), withoutNamespaces())) {
            EmbeddedDatabaseTest.write(child.ready().database().sql());
        }
        for (var environment : List.of(Map.<String, String>of(), withoutNamespaces())) {
            try (var child = Child.on(folder, List.of(), environment)) {
                assertThat(EmbeddedDatabaseTest.read(child.ready().database().sql())).isEqualTo("kept");
            }
        }
    }

    @Test
    void an_ordinary_user_runs_it_as_himself() throws Exception {
        assertThat(uidOfServerRunBy(NOBODY)).isEqualTo(NOBODY);
    }

    @Test
    void a_user_without_a_name_as_in_a_container_runs_it_too() throws Exception {
        assertThat(uidOfServerRunBy(51234)).isEqualTo(51234);
    }

    /** The JVM may read everything (its jars may lie below /root), but write only what the user owns. */
    private int uidOfServerRunBy(int uid) throws Exception {
        Files.setAttribute(folder, "unix:uid", uid);
        var plain = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups",
                "--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search");
        try (var child = Child.on(folder, plain, Map.of())) {
            var ready = child.ready();
            EmbeddedDatabaseTest.write(ready.database().sql());
            return uidOf(ready.postmaster());
        }
    }

    private static int uidOf(long process) throws IOException {
        return (int) Files.getAttribute(Path.of("/proc", Long.toString(process)), "unix:uid");
    }

    /** A path on which the first {@code unshare} refuses, as the kernel does where user namespaces are forbidden. */
    private static Map<String, String> withoutNamespaces() throws IOException {
        var programs = TestDatabase.newFolder();
        var refusing = Files.writeString(programs.resolve("unshare"), "#!/bin/sh\necho 'unshare failed: Operation not permitted' >&2\nexit 1\n");
        Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of("PATH", programs + File.pathSeparator + System.getenv("PATH"));
    }
}
