package openland.files.plain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openland.files.FileContent;
import openland.files.FileContent.Block;
import openland.files.FileContent.Part;
import openland.files.Format;
import openland.files.Hidden;
import org.springframework.stereotype.Component;

/** Plain text, a paragraph a line. It hides nothing. */
@Component
class TextFormat implements Format {
    @Override
    public Map<String, String> types() {
        return Map.of("text/plain", "TXT", "text/csv", "CSV");
    }

    @Override
    public FileContent read(Path file, String type) throws IOException {
        var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank()).<Block>map(FileContent.Paragraph::new).toList();
        return new FileContent(List.of(new Part("", lines)), false);
    }

    @Override
    public List<Hidden> hidden(Path file, String type) {
        return List.of();
    }

    @Override
    public void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        Files.copy(file, out);
    }
}
