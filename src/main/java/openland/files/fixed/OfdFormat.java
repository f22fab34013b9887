package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import openland.files.FileContent;
import openland.files.Format;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.Hidden.Treatment;
import org.springframework.stereotype.Component;

/** OFD (GB/T 33190). What goes out is written anew; a file that is so already goes out as it is. A seal stays to be seen. */
@Component
class OfdFormat implements Format {
    @Override
    public Map<String, String> types() {
        return Map.of("application/ofd", "OFD");
    }

    @Override
    public FileContent read(Path file, String type) throws IOException {
        var findings = new OfdFindings(new OfdPackage(file));
        return new FileContent(List.copyOf(findings.parts()), findings.scanned(), false);
    }

    @Override
    public List<Hidden> hidden(Path file, String type) throws IOException {
        var findings = new OfdFindings(new OfdPackage(file));
        var found = new ArrayList<>(findings.hidden());
        var copy = new ByteArrayOutputStream();
        found.addAll(new OfdRewriting(findings, false).write(copy));
        boolean nothing = found.stream().noneMatch(one -> one.kind().treatment() == Treatment.REMOVED);
        if (nothing && !Arrays.equals(copy.toByteArray(), Files.readAllBytes(file))) {
            found.add(new Hidden(Kind.METADATA, "文件结构", ""));
        }
        return List.copyOf(found);
    }

    @Override
    public void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        new OfdRewriting(new OfdFindings(new OfdPackage(file)), thorough).write(out);
    }
}
