package openland.base.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import openland.base.Digests;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL that come inside the jar, unpacked once into a folder that carries their digest. */
record ServerBinaries(Path folder) {
    /** Unpacks into {@code home} unless a start before did it. */
    static ServerBinaries in(Path home) throws IOException {
        byte[] archive;
        try (var packed = packed()) {
            archive = packed.readAllBytes();
        }
        var folder = home.resolve("server-" + Digests.hex(Digests.sha256(archive)).substring(0, 12));
        if (!Files.isDirectory(folder)) {
            var unfinished = Files.createTempDirectory(home, "unpacking-");
            unpack(archive, unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            moveUnlessThere(unfinished, folder);
        }
        return new ServerBinaries(folder);
    }

    /** The path of one program, for example {@code initdb}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static InputStream packed() {
        var system = System.getProperty("os.name");
        var machine = ArchUtils.normalize(System.getProperty("os.arch"));
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart("This build carries no PostgreSQL for " + system + " on " + machine + ".",
                    "Name a PostgreSQL server in SPRING_DATASOURCE_URL, or build Openland on a machine like this one.", e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var place = target.resolve(entry.getName()).normalize();
                if (!place.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                write(tar, entry, place);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, place);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void moveUnlessThere(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
