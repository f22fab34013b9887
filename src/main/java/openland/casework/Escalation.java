package openland.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import openland.office.Post;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Who hears of a late duty, and after how many working days (督促): {@code casework/escalation.yaml} says it, with the reasons. */
@Component
class Escalation {
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** Whom it reaches, one after the other. */
    enum To { LEADER, HEAD, ABOVE }

    /** @param after working days after the last day of the duty */
    record Step(To to, int after, String reason) {}

    private final List<Step> steps;

    Escalation() {
        this(own());
    }

    /** @throws IllegalArgumentException unless each is reached once, with a reason, and none before who stands nearer */
    Escalation(List<Step> steps) {
        if (!steps.stream().map(Step::to).toList().equals(List.of(To.values())) || steps.stream().anyMatch(step -> step.after() < 1 || step.reason().isBlank())
                || !steps.equals(steps.stream().sorted(Comparator.comparingInt(Step::after)).toList())) {
            throw new IllegalArgumentException("Each of " + List.of(To.values()) + " in this order, later and later, with a reason; not " + steps);
        }
        this.steps = List.copyOf(steps);
    }

    static List<Step> read(InputStream yaml) {
        return YAML.readValue(yaml, new TypeReference<List<Step>>() {});
    }

    private static List<Step> own() {
        try (var file = Escalation.class.getResourceAsStream("/casework/escalation.yaml")) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After how many working days it reaches them. */
    int after(To to) {
        return steps.get(List.of(To.values()).indexOf(to)).after();
    }

    /** The same for whoever holds one of these posts of the office; 0 for who does the work. */
    int after(Stream<Post> posts) {
        return posts.mapToInt(post -> switch (post) {
            case LEADER -> after(To.LEADER);
            case HEAD -> after(To.HEAD);
            default -> 0;
        }).min().orElse(0);
    }
}
