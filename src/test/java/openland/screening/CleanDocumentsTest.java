package openland.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of six hundred documents without personal data fewer than two in a hundred are stopped. */
class CleanDocumentsTest {
    private final Screening screening = new Screening(() -> Instant.parse("2026-11-22T00:00:00Z"));

    @Test
    void clean_documents_are_hardly_ever_stopped() {
        var documents = new CleanDocuments(20261122).make(680);
        var stopped = documents.stream().map(this::stops).filter(stops -> !stops.isEmpty()).toList();
        assertThat(stopped.size()).as("of %s: %s", documents.size(), stopped).isLessThan(documents.size() / 50);
    }

    private List<String> stops(String document) {
        return screening.screen("body", document).stream().filter(Finding::stops)
                .map(f -> f.kind() + " " + document.substring(Math.max(0, f.from() - 12), f.to())).collect(Collectors.toList());
    }
}
