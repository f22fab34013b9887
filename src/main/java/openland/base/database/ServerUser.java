package openland.base.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom PostgreSQL runs, for it refuses to run as root. An ordinary user runs it as himself. Root runs it inside a
 * user namespace of its own; where those are forbidden, as an account without rights that then owns the folder.
 *
 * @param prefix what stands before each command
 * @param owner  the account that must own the folder
 */
record ServerUser(List<String> prefix, String owner) {
    private static final Logger log = LoggerFactory.getLogger(ServerUser.class);
    private static final String[] ACCOUNTS = {"openland", "nobody"};

    /** The first way that works here. @throws CannotStart when none does */
    static ServerUser forFolder(Path home) throws IOException {
        var me = System.getProperty("user.name");
        var namespace = new ServerUser(List.of("unshare", "-U"), me);
        if (!"root".equals(me)) {   // initdb wants to know its user's name, and a container's user may have none
            boolean nameless = !Programs.run(new ProcessBuilder("id", "-un")).worked();
            return nameless && namespace.canUse(home) ? namespace : new ServerUser(List.of(), me);
        }
        if (namespace.canUse(home)) {
            return namespace;
        }
        var account = Stream.of(ACCOUNTS).flatMap(name -> viaSetpriv(name, home).stream()).findFirst();
        return account.orElseThrow(() -> new CannotStart(
                "PostgreSQL does not run as root, user namespaces are forbidden here, and no account without rights could be used in its place.",
                "Run Openland as an ordinary user, or name a PostgreSQL server in SPRING_DATASOURCE_URL."));
    }

    /** The command as this user, in a session of its own so that Ctrl-C at the terminal reaches the program only. */
    ProcessBuilder command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        if (onPath("setsid")) {
            whole.add("setsid");
        }
        whole.addAll(command);
        return new ProcessBuilder(whole);
    }

    /** Gives everything in {@code folder} to the owner: it may have been made in the other way. */
    void own(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name")) || Files.getOwner(folder).getName().equals(owner)) {
            return;
        }
        var principal = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return give(file, principal);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException e) throws IOException {
                return give(inner, principal);   // the folder itself last: its owner says that all is done
            }
        });
    }

    private static FileVisitResult give(Path path, UserPrincipal owner) throws IOException {
        Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS).setOwner(owner);
        return FileVisitResult.CONTINUE;
    }

    private static Optional<ServerUser> viaSetpriv(String account, Path home) {
        var group = groupOf(account);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        var setpriv = List.of("setpriv", "--reuid=" + account, "--regid=" + group.get(), "--clear-groups", "--no-new-privs");
        letThrough(Objects.requireNonNull(home.toAbsolutePath().getParent()), group.get());
        var plain = new ServerUser(setpriv, account);
        if (plain.canUse(home)) {
            return Optional.of(plain);
        }
        // the folder lies below one that only root may enter, as /root: leave this one capability
        var passing = new ArrayList<>(setpriv);
        passing.addAll(List.of("--securebits=+no_setuid_fixup", "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override", "--bounding-set=-all,+dac_override"));
        var entering = new ServerUser(List.copyOf(passing), account);
        if (entering.canUse(home)) {
            log.warn("{} lies where the account {} cannot enter: PostgreSQL keeps the capability DAC_OVERRIDE", home, account);
            return Optional.of(entering);
        }
        return Optional.empty();
    }

    /** Lets the group pass through the data folder to its own, without seeing what else is there. */
    private static void letThrough(Path folder, String group) {
        Programs.run(new ProcessBuilder("chgrp", group, folder.toString()));
        Programs.run(new ProcessBuilder("chmod", "710", folder.toString()));
    }

    /** Whether a command is not root this way, and can work in {@code folder} once it owns it. */
    private boolean canUse(Path folder) {
        try {
            if (!worked("test \"$(id -u)\" != 0", folder)) {
                return false;
            }
            own(folder);
            return worked("cd \"$1\" && test -w \"$1\"", folder);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean worked(String script, Path folder) {
        return Programs.run(command(List.of("sh", "-c", script, "sh", folder.toString()))).worked();
    }

    private static Optional<String> groupOf(String account) {
        var answer = Programs.run(new ProcessBuilder("id", "-g", account));
        return answer.worked() ? Optional.of(answer.output().strip()) : Optional.empty();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
