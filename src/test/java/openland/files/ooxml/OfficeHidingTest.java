package openland.files.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openland.files.Format;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;
import openland.files.Traces;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hiding place of the three formats: found, called by its name, and gone from the copy. */
class OfficeHidingTest {
    private static final String MARKER = "Zhang3-13800138000";
    @TempDir
    Path folder;

    static Stream<HidingPlace> places() {
        return Stream.of(WordHidingPlaces.all(), ExcelHidingPlaces.all(), SlideHidingPlaces.all()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_a_document_hides_is_found_and_gone_from_the_copy(HidingPlace place) throws Exception {
        var file = Files.write(folder.resolve("original"), place.file(MARKER));
        assertThat(Traces.of(place.file(MARKER), MARKER)).as("planted").isNotEmpty();
        var format = format(place);
        var hidden = format.hidden(file, "");
        assertThat(hidden).as("found").extracting(Hidden::kind).contains(place.expected());
        assertThat(hidden).as("place").extracting(Hidden::place).allMatch(spot -> !spot.isBlank());
        assertThat(hidden).as("text").anyMatch(found -> found.kind() == place.expected() && (found.text().contains(MARKER) || List.of(Kind.EMBEDDED, Kind.THUMBNAIL).contains(found.kind())));
        assertThat(format.read(file, "").text()).as("read").contains(WordSamples.SEEN).doesNotContain(MARKER);
        var copy = clean(format, file);
        assertThat(Traces.of(copy, MARKER)).as("copy").isEmpty();
        assertThat(copy).as("same again").isEqualTo(clean(format, file));
        var cleaned = Files.write(folder.resolve("copy"), copy);
        assertThat(format.hidden(cleaned, "")).as("hidden in the copy").isEmpty();
        assertThat(format.read(cleaned, "")).isEqualTo(format.read(file, ""));
    }

    private static Format format(HidingPlace place) {
        return switch (place.format()) {
            case "Word" -> new Docx();
            case "Excel" -> new Xlsx();
            default -> new Pptx();
        };
    }

    private static byte[] clean(Format format, Path file) throws Exception {
        var out = new ByteArrayOutputStream();
        format.clean(file, "", true, out);
        return out.toByteArray();
    }
}
