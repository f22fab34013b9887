package openland.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import openland.office.Officer;
import openland.page.Downloads;
import openland.request.EvidencePack;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evidence of a request (证据材料) in one archive. */
@Controller
class EvidenceFiles {
    private final EvidencePack evidence;
    private final Downloads downloads;

    EvidenceFiles(EvidencePack evidence, Downloads downloads) {
        this.evidence = evidence;
        this.downloads = downloads;
    }

    @GetMapping("/desk/requests/{id}/evidence.zip")
    void zip(@PathVariable UUID id, Officer officer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.send("evidence", Downloads.Form.ZIP, request, response, out -> evidence.write(id, officer, out));
    }
}
