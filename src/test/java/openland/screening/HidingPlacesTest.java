package openland.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openland.OpenlandTest;
import openland.files.Files;
import openland.files.HidingPlace;
import openland.files.Traces;
import openland.files.fixed.OfdHidingPlaces;
import openland.files.fixed.PdfHidingPlaces;
import openland.files.fixed.PictureHidingPlaces;
import openland.files.ooxml.ExcelHidingPlaces;
import openland.files.ooxml.SlideHidingPlaces;
import openland.files.ooxml.WordHidingPlaces;
import openland.files.plain.PlainHidingPlaces;
import openland.screening.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everything that can be hidden in a file goes the way that an upload goes. Nothing of it may reach the public in
 * silence: it is gone from the copy, or the draft is stopped.
 */
@OpenlandTest
class HidingPlacesTest {
    private static final String MARKER = "Zhang3-only-inside-7";
    @Autowired Files files;
    @Autowired FileScreening screening;

    private static List<HidingPlace> places() {
        return Stream.of(WordHidingPlaces.all(), ExcelHidingPlaces.all(), SlideHidingPlaces.all(), PdfHidingPlaces.all(),
                OfdHidingPlaces.all(), PictureHidingPlaces.all(), PlainHidingPlaces.all()).flatMap(List::stream).toList();
    }

    @Test
    void nothing_hidden_goes_out_in_silence() throws Exception {
        var silent = new ArrayList<String>();
        var missed = new ArrayList<String>();
        for (var place : places()) {
            var original = files.store(place.fileName(), new ByteArrayInputStream(place.file(MARKER))).sha256();
            var copy = files.publicCopy(original).sha256();
            boolean gone = Traces.of(bytes(copy), MARKER).isEmpty();
            boolean stopped = screening.screen("attachments", original, copy).stream().anyMatch(f -> f.severity() == Severity.STOP);
            if (!gone && !stopped) {
                silent.add(place.toString());
            }
            if (files.inspection(original).hidden().stream().noneMatch(thing -> thing.kind() == place.expected())) {
                missed.add(place.toString());
            }
        }
        assertThat(places()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(silent).as("published in silence").isEmpty();
        assertThat(missed).as("of " + places().size() + " not found or called otherwise").hasSizeLessThanOrEqualTo(places().size() / 100);
    }

    private byte[] bytes(String sha256) throws IOException {
        try (var in = files.open(sha256).orElseThrow()) {
            return in.readAllBytes();
        }
    }
}
