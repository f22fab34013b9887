package openland.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import openland.catalogue.Packs;
import org.springframework.stereotype.Component;

/** What the demonstration's province and city ask for besides (补充包): proposed and accepted as any pack is. */
@Component
class DemoPacks {
    private record Local(String file, String pack, String suffix) {}

    private static final List<Local> LOCALS = List.of(new Local("province", "demo-province", "-province"), new Local("city", "demo-city", "-city"));

    private final Packs packs;
    private final DemoOfficers officers;

    DemoPacks(Packs packs, DemoOfficers officers) {
        this.packs = packs;
        this.officers = officers;
    }

    /** Loads what is not loaded yet. */
    void load() {
        var loaded = packs.inForce().stream().map(Packs.Loaded::id).toList();
        LOCALS.stream().filter(local -> !loaded.contains(local.pack())).forEach(local -> {
            var proposal = packs.propose(text(local.file()), "演示：下级机关可以从严", officers.named("sysadmin" + local.suffix()));
            packs.decide(proposal.id(), true, "同意", officers.named("leader" + local.suffix()));
        });
    }

    private static String text(String name) {
        try (var file = Objects.requireNonNull(DemoPacks.class.getResourceAsStream("/demo/packs/" + name + ".yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
