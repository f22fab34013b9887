package openland.drafting.web;

import java.util.Objects;
import java.util.UUID;
import openland.drafting.Preconditions;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says of a draft what the law wants done first. */
@Controller
class GatePages {
    private final Preconditions preconditions;

    GatePages(Preconditions preconditions) {
        this.preconditions = preconditions;
    }

    @PostMapping("/desk/drafts/{id}/gates/{obligation}")
    String answer(@PathVariable UUID id, @PathVariable String obligation, @RequestParam @Nullable String applies, @RequestParam @Nullable String record,
            Officer officer) {
        preconditions.answer(id, obligation, !"no".equals(applies), Objects.requireNonNullElse(record, ""), officer);
        return "redirect:/desk/drafts/" + id + "#gates";
    }
}
