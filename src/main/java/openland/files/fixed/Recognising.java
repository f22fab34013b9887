package openland.files.fixed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import openland.base.Digests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the words in pictures with Tesseract, a program outside that an office may install with its Chinese language;
 * without it nothing is read. It gets only pictures that this program has painted, never the bytes of a stranger. One
 * page at a time, with less right to the processor than whoever is waiting for a page.
 */
@Component
final class Recognising {
    /** The most pages of one file that are read. */
    static final int MOST_PAGES = 50;
    private static final Duration ONE_PAGE = Duration.ofSeconds(20);
    private static final Duration ONE_FILE = Duration.ofSeconds(90);
    private static final Duration LANGUAGES = Duration.ofSeconds(5);
    private static final String CHINESE = "chi_sim";
    private static final int LONGEST_ANSWER = 8 << 20;
    private static final int KEPT_PAGES = 200;
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH", "TESSDATA_PREFIX");
    private static final Logger log = LoggerFactory.getLogger(Recognising.class);

    private final @Nullable Path program;
    private final List<String> patiently;
    private final Duration onePage;
    private final Semaphore oneAtATime = new Semaphore(1, true);
    /** The copy of a file shows the same pages as the file: they are not read again. */
    private final Cache<String, RecognisedPage> read = Caffeine.newBuilder().maximumSize(KEPT_PAGES).build();

    @Autowired
    Recognising() {
        this(onPath("tesseract").orElse(null), ONE_PAGE);
        log.info(program == null ? "Scans are not read: there is no tesseract with {}." : "Scans are read with {}.",
                program == null ? CHINESE : program);
    }

    /** @param program Tesseract; null when there is none. @param onePage the most time for a page */
    Recognising(@Nullable Path program, Duration onePage) {
        this.patiently = onPath("nice").map(nice -> List.of(nice.toString(), "-n", "10")).orElse(List.of());
        this.onePage = onePage;
        this.program = program != null && readsChinese(program) ? program : null;
    }

    /** Paints one page for the program. @param until {@link System#nanoTime()} by which it gives up */
    interface Painting {
        BufferedImage paint(long until) throws IOException;
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)).map(Path::of)
                .filter(Path::isAbsolute).map(folder -> folder.resolve(name)).filter(Files::isExecutable).findFirst();
    }

    boolean isInstalled() {
        return program != null;
    }

    /** One file about to be read, with its ceilings of pages and time. */
    Sitting sitting() {
        return new Sitting();
    }

    /** The pages of one file. */
    final class Sitting {
        private final long end = System.nanoTime() + ONE_FILE.toNanos();
        private int left = MOST_PAGES;

        /** The words of one page; none when nothing can be read, in time, or any more. */
        RecognisedPage read(Painting painting) {
            long patience = end - System.nanoTime();
            if (program == null || left == 0 || patience <= 0) {
                return RecognisedPage.NOTHING;
            }
            left--;
            try {
                if (!oneAtATime.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
                    return RecognisedPage.NOTHING;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return RecognisedPage.NOTHING;
            }
            try {
                return recognised(program, painting, Math.min(end, System.nanoTime() + onePage.toNanos()));
            } catch (IOException | RuntimeException e) {
                log.info("A page was not read: {}", e.getClass().getSimpleName());
                return RecognisedPage.NOTHING;
            } finally {
                oneAtATime.release();
            }
        }
    }

    private RecognisedPage recognised(Path tesseract, Painting painting, long until) throws IOException {
        var picture = painting.paint(until);
        var digest = digest(picture);
        var known = read.getIfPresent(digest);
        if (known != null) {
            return known;
        }
        var in = Files.createTempFile("openland-page", ".png");
        try {
            ImageIO.write(picture, "png", in.toFile());
            var answer = answer(List.of(tesseract.toString(), in.toString(), "stdout", "-l", CHINESE, "--psm", "3", "--dpi", "300", "tsv"),
                    until - System.nanoTime());
            answer.ifPresent(words -> read.put(digest, RecognisedPage.of(words)));
            return answer.map(RecognisedPage::of).orElse(RecognisedPage.NOTHING);
        } finally {
            Files.deleteIfExists(in);
        }
    }

    private static String digest(BufferedImage picture) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(8).putInt(picture.getWidth()).putInt(picture.getHeight()).array());
            digest.update(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
            return Digests.hex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean readsChinese(Path tesseract) {
        try {
            return answer(List.of(tesseract.toString(), "--list-langs"), LANGUAGES.toNanos())
                    .filter(languages -> languages.lines().anyMatch(CHINESE::equals)).isPresent();
        } catch (IOException e) {
            log.warn("{} does not start: {}", tesseract, e.getMessage());
            return false;
        }
    }

    /** What the program said; empty when it failed or took longer than {@code nanos}: then it is ended with its children. */
    private Optional<String> answer(List<String> command, long nanos) throws IOException {
        var out = Files.createTempFile("openland-words", ".txt");
        try {
            var all = new ArrayList<>(patiently);
            all.addAll(command);
            var builder = new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(Redirect.DISCARD);
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            if (!ended(builder.start(), nanos)) {
                return Optional.empty();
            }
            try (var words = Files.newInputStream(out)) {
                return Optional.of(new String(words.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
            }
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private static boolean ended(Process process, long nanos) throws IOException {
        try {
            process.getOutputStream().close();
            return process.waitFor(Math.max(0, nanos), TimeUnit.NANOSECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
