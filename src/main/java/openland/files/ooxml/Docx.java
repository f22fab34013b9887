package openland.files.ooxml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import openland.files.FileContent;
import org.springframework.stereotype.Component;

/** Word documents (DOCX). */
@Component
final class Docx extends OfficeFormat {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Override
    public Map<String, String> types() {
        return Map.of(TYPE, "Word");
    }

    @Override
    Family family(OpenPackage pack) throws IOException {
        return new WordFamily(pack);
    }

    @Override
    public String html(Path file, String type) throws IOException {
        return looked(file, (family, memory) -> new WordHtml(memory, ((WordFamily) family).styles()).html());
    }

    @Override
    FileContent content(Family family, Memory memory) {
        return new WordContent(memory, ((WordFamily) family).styles()).content();
    }
}
