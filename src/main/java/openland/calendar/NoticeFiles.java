package openland.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The notices that come with the program: {@code calendar/2026.yaml} and so on, for the whole country. */
final class NoticeFiles {
    private static final YAMLMapper YAML = new YAMLMapper();

    private NoticeFiles() {}

    /** By year. */
    static List<Notice> all() {
        return all(new PathMatchingResourcePatternResolver());
    }

    static List<Notice> all(ResourcePatternResolver resources) {
        try {
            return Arrays.stream(resources.getResources("classpath*:calendar/????.yaml")).map(NoticeFiles::read)
                    .sorted(Comparator.comparingInt(Notice::year)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Notice read(Resource file) {
        int year = Integer.parseInt(String.valueOf(file.getFilename()).replace(".yaml", ""));
        try (InputStream in = file.getInputStream()) {
            var content = YAML.readTree(in);
            var lines = new ArrayList<String>();
            content.path("days").forEach(line -> lines.add(line.asString()));
            JsonNode number = content.path("number");
            JsonNode issued = content.path("issued");
            return Notice.of("", year, content.path("title").asString(), number.isString() ? number.asString() : null,
                    issued.isString() ? LocalDate.parse(issued.asString()) : null, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
