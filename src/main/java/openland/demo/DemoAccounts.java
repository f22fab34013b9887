package openland.demo;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The one password of all demonstration officers: given from outside, or made at the first start and kept in a file. */
@Component
class DemoAccounts {
    private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);

    private final Path file;
    private final String given;

    DemoAccounts(@Value("${openland.data}") Path folder, @Value("${openland.demo-password:}") String given) {
        this.file = folder.resolve("demo-accounts.txt");
        this.given = given;
    }

    /** The password. A made one is printed once and written to {@code demo-accounts.txt} (mode 600). */
    String password() {
        try {
            if (!given.isBlank()) {
                return given;
            }
            if (!Files.exists(file)) {
                write(HexFormat.of().formatHex(random()));
            }
            return Files.readAllLines(file).getFirst().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String password) throws IOException {
        var part = Files.createFile(file.resolveSibling("demo-accounts.part-" + ProcessHandle.current().pid()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, List.of(password, "", "演示账号，密码都是上面这一行：",
                "县级 drafter secrecy leader head desk importer sysadmin secadmin auditor",
                "市级、省级、部级同名，加 -city -province -ministry"));
        Files.move(part, file, ATOMIC_MOVE);
        log.info("演示账号的密码：{}（也在{}里）", password, file);
    }

    private static byte[] random() {
        var bytes = new byte[9];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
