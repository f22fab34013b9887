package openland.files.fixed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openland.files.FileContent;
import openland.files.Hidden;

/** What the program reads in an OFD file, for tests of rooms that write one. */
public final class OfdReading {
    private static final String TYPE = "application/ofd";

    private OfdReading() {}

    public static FileContent content(Path ofd) throws IOException {
        return new OfdFormat().read(ofd, TYPE);
    }

    public static List<Hidden> hidden(Path ofd) throws IOException {
        return new OfdFormat().hidden(ofd, TYPE);
    }
}
