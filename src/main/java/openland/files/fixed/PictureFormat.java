package openland.files.fixed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openland.files.FileContent;
import openland.files.Format;
import openland.files.Hidden;
import org.springframework.stereotype.Component;

/** A picture as a file of its own. */
@Component
class PictureFormat implements Format {
    private final Recognising recognising;

    PictureFormat(Recognising recognising) {
        this.recognising = recognising;
    }

    @Override
    public Map<String, String> types() {
        return Map.of("image/png", "PNG", "image/jpeg", "JPEG", "image/gif", "GIF", "image/tiff", "TIFF", "image/webp", "WebP",
                "image/bmp", "BMP");
    }

    @Override
    public FileContent read(Path file, String type) throws IOException {
        var picture = Files.readAllBytes(file);
        Pictures.hidden(picture, "");
        return PictureScans.read(picture, recognising);
    }

    @Override
    public List<Hidden> hidden(Path file, String type) throws IOException {
        return Pictures.hidden(Files.readAllBytes(file), "");
    }

    @Override
    public void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        out.write(Pictures.copy(Files.readAllBytes(file), thorough));
    }
}
