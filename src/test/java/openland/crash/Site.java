package openland.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import openland.base.database.DurableDatabase;
import openland.base.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The processes of a demonstration: one program with its database inside, or several on a server of their own. */
final class Site implements AutoCloseable {
    final String password = UUID.randomUUID().toString();
    final List<Program> programs = new ArrayList<>();
    private final Path databaseFolder;
    private final @Nullable DurableDatabase server;

    /** Something to kill. @param kill false when there was nothing to kill just now */
    record Victim(String name, BooleanSupplier kill) {}

    /** @param outputs the folder where the programs' words are kept */
    Site(int size, Path outputs) throws IOException {
        Files.createDirectories(outputs);
        databaseFolder = TestDatabase.newFolder();
        server = size == 1 ? null : DurableDatabase.start(databaseFolder);
        var environment = server == null ? embedded() : onServer(server.access());
        for (int i = 0; i < size; i++) {
            var own = new HashMap<>(environment);
            own.putIfAbsent("OPENLAND_DATA", TestDatabase.newFolder().toString());
            var name = String.valueOf((char) ('A' + i));
            programs.add(new Program(name, own, outputs.resolve("program-" + name + ".log")));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> DurableDatabase.kill(databaseFolder)));
        programs.forEach(Program::start);
    }

    private Map<String, String> embedded() {
        DurableDatabase.prepare(databaseFolder);
        return demonstration(Map.of("OPENLAND_DATA", databaseFolder.toString()));
    }

    private Map<String, String> onServer(TestDatabase database) {
        return demonstration(Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(), "OPENLAND_FILES", TestDatabase.newFolder().toString()));
    }

    private Map<String, String> demonstration(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.put("OPENLAND_DEMO", "true");
        all.put("OPENLAND_DEMO_PASSWORD", password);
        all.put("OPENLAND_LIMIT_FACTOR", "1000");   // everybody asks from one address
        all.put("OPENLAND_URL", "http://crash.example");
        return all;
    }

    /** Each program, the database, and where one holds the other, both at once. */
    List<Victim> victims() {
        var victims = new ArrayList<Victim>();
        programs.forEach(program -> victims.add(new Victim("program " + program.name, program::kill)));
        victims.add(new Victim("database", this::killDatabase));
        if (server == null) {
            victims.add(new Victim("both", () -> programs.getFirst().kill() & killDatabase()));
        }
        return victims;
    }

    private boolean killDatabase() {
        return DurableDatabase.kill(databaseFolder);
    }

    @Override
    public void close() throws InterruptedException {
        for (var program : programs) {
            program.close();
        }
        if (server != null) {
            server.close();
        }
        DurableDatabase.clear(databaseFolder);
    }
}
