package openland.drafting.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.drafting.TakingText;
import openland.form.PastedText;
import openland.office.Officer;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Where the text of a draft comes from: the clipboard of Word or WPS, or a file of the office. */
@Controller
public class TextPages {
    private static final int LARGEST = 16 << 20;
    private static final Set<String> TEXTS = Set.of("application/pdf", "application/ofd", "text/html", "text/plain",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final TakingText taking;

    TextPages(TakingText taking) {
        this.taking = taking;
    }

    /** Whether a file of that media type can be the text of a draft. */
    public static boolean isText(String type) {
        return TEXTS.contains(type);
    }

    /** What would be kept of plain text or HTML, UTF-8: the browser shows it in place of what was pasted. */
    @PostMapping("/desk/rich-text")
    @ResponseBody
    PastedText clean(InputStream body, Officer officer) throws IOException {
        officer.mustHold(Post.DRAFTER);
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Refusal(Reason.TOO_LARGE, "粘贴的内容超过16 MB，请分几次粘贴，或者作为附件上传。");
        }
        return PastedText.of(new String(bytes, StandardCharsets.UTF_8));
    }

    @GetMapping("/desk/drafts/{id}/files/{sha256}/text")
    ModelAndView offer(@PathVariable UUID id, @PathVariable String sha256, Officer officer) {
        return new ModelAndView("drafting/taken", Map.of("offer", taking.look(id, sha256, officer)));
    }

    @PostMapping("/desk/drafts/{id}/files/{sha256}/text")
    String take(@PathVariable UUID id, @PathVariable String sha256, @RequestParam @Nullable Set<String> take,
            @RequestParam @Nullable String digest, Officer officer) {
        taking.take(id, sha256, take == null ? Set.of() : take, digest, officer);
        return "redirect:/desk/drafts/" + id;
    }
}
