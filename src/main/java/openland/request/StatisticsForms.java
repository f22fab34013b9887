package openland.request;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import openland.base.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The official tables, as {@code request/tables.yaml} has them; a wrong file fails the start. */
@Component
public class StatisticsForms {
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private final List<StatisticsForm> forms;

    StatisticsForms() {
        try (var file = StatisticsForms.class.getResourceAsStream("/request/tables.yaml")) {
            forms = List.copyOf(YAML.readValue(requireNonNull(file), Written.class).forms());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forms.forEach(StatisticsForms::check);
    }

    private record Written(List<StatisticsForm> forms) {}

    /** No row twice, and every check names rows that there are. */
    private static void check(StatisticsForm form) {
        var codes = new HashSet<String>();
        for (var row : form.rows()) {
            if (!codes.add(row.code())) {
                throw new IllegalArgumentException("The table " + form.id() + " has row " + row.code() + " twice");
            }
        }
        form.checks().forEach(rule -> {
            rule.left().forEach(form::place);
            rule.right().forEach(form::place);
        });
    }

    public List<StatisticsForm> all() {
        return forms;
    }

    /** Those that are for a year, in their order. */
    public List<StatisticsForm> of(int year) {
        var old = forms.stream().filter(form -> form.to() != null && form.isFor(year)).toList();
        return old.isEmpty() ? forms.stream().filter(form -> form.isFor(year)).toList() : old;
    }

    /** @throws Refusal NOT_FOUND */
    public StatisticsForm byId(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst().orElseThrow(() -> Refusal.notFound("没有这张统计表。"));
    }
}
