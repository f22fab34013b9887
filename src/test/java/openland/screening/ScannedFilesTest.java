package openland.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import openland.OpenlandTest;
import openland.files.FileContent;
import openland.files.Files;
import openland.files.fixed.Scans;
import openland.screening.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OpenlandTest
class ScannedFilesTest {
    @Autowired Files files;
    @Autowired FileScreening screening;
    @Autowired JsonMapper json;

    @Test
    void an_identity_number_in_a_scan_or_a_picture_stops_the_draft() throws Exception {
        Scans.mustBeReadable();
        assertStopped("scan.pdf", Scans.pdf());
        assertStopped("scan.png", Scans.png());
    }

    private void assertStopped(String name, byte[] file) {
        var original = files.store(name, new ByteArrayInputStream(file)).sha256();
        var copy = files.publicCopy(original).sha256();
        assertThat(files.inspection(copy).content()).isEqualTo(files.inspection(original).content());
        var findings = screening.screen("attachments", original, copy);
        assertThat(findings).anyMatch(found -> found.severity() == Severity.STOP && found.sentence().contains("身份"));
        assertThat(findings).anyMatch(found -> found.severity() == Severity.ASK && found.sentence().contains("由机器识别，可能有错"));
    }

    @Test
    void what_was_stored_before_pictures_were_read_is_still_understood() {
        var old = json.readValue("{\"parts\":[],\"scanned\":true}", FileContent.class);
        assertThat(old).isEqualTo(new FileContent(List.of(), true, false));
        var now = new FileContent(List.of(), false, true);
        assertThat(json.readValue(json.writeValueAsString(now), FileContent.class)).isEqualTo(now);
    }
}
