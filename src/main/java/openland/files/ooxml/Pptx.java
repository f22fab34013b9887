package openland.files.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import openland.files.FileContent;
import openland.files.FileContent.Paragraph;
import org.springframework.stereotype.Component;

/** PowerPoint presentations (PPTX). */
@Component
final class Pptx extends OfficeFormat {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    @Override
    public Map<String, String> types() {
        return Map.of(TYPE, "PowerPoint");
    }

    @Override
    Family family(OpenPackage pack) throws IOException {
        return new SlideFamily(pack);
    }

    @Override
    FileContent content(Family family, Memory memory) {
        var presentation = memory.main(SlideFamily.MAIN);
        var parts = new ArrayList<FileContent.Part>();
        for (var slide : presentation.root().all("p:sldId")) {
            memory.part(presentation, slide.attr("r:id")).ifPresent(part ->
                    parts.add(new FileContent.Part(family.place(part), Slides.blocks(part.root(), "p", part, memory))));
        }
        for (var part : memory.parts().values()) {
            boolean frame = part.kind().relation().equals("slideMaster") || part.kind().relation().equals("slideLayout");
            var text = frame ? SlideFamily.ownText(part.root()) : "";
            if (!text.isBlank()) {
                parts.add(new FileContent.Part("母版", java.util.List.of(new Paragraph(text))));
            }
        }
        return new FileContent(parts, false, false);
    }
}
