package openland.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.springframework.stereotype.Component;

/**
 * Looks into files, each with the format that its content says it is. A few at a time: a hostile file may cost its
 * ceiling of memory, and a county has one small server.
 */
@Component
class Inspecting {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 60;
    private static final int LONGEST_TEXT = 5_000_000;
    private static final int MOST_HIDDEN = 2_000;

    private final Map<String, Format> formats;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Inspecting(List<Format> formats) {
        this.formats = formats.stream()
                .flatMap(format -> format.types().keySet().stream().map(type -> Map.entry(type, format)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How people call the type; empty when it is not one that is published. */
    Optional<String> label(String type) {
        return Optional.ofNullable(formats.get(type)).map(format -> format.types().get(type));
    }

    /** Everything that is published, in words. */
    String labels() {
        return formats.values().stream().distinct().flatMap(format -> format.types().values().stream()).distinct().sorted()
                .collect(Collectors.joining("、"));
    }

    /** @throws Refusal INVALID when the file is damaged, encrypted or beyond a ceiling; UNAVAILABLE while all hands are full */
    Inspection inspect(Path file, String type) throws IOException {
        return oneOfFew(() -> {
            var format = formatOf(type);
            var content = format.read(file, type);
            var hidden = format.hidden(file, type);
            if (content.text().length() > LONGEST_TEXT) {
                throw Refusal.invalid("文件里的文字超过500万字，请拆分成几个文件再传。");
            }
            return new Inspection(content, hidden.size() > MOST_HIDDEN ? hidden.subList(0, MOST_HIDDEN) : hidden);
        });
    }

    /** What is to be seen of it as HTML; see {@link Format#html}. */
    String html(Path file, String type) throws IOException {
        return oneOfFew(() -> formatOf(type).html(file, type));
    }

    /** Writes the file without what it hides; see {@link Format#clean}. */
    void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        oneOfFew(() -> {
            formatOf(type).clean(file, type, thorough, out);
            return type;
        });
    }

    private Format formatOf(String type) {
        return Optional.ofNullable(formats.get(type))
                .orElseThrow(() -> new IllegalStateException("No format reads " + type));
    }

    interface Work<T> {
        T done() throws IOException;
    }

    /** Other work on a file, under the same ceilings. @throws Refusal as {@link #inspect} */
    <T> T done(Work<T> work) throws IOException {
        return oneOfFew(work);
    }

    private <T> T oneOfFew(Work<T> work) throws IOException {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(Reason.UNAVAILABLE, "正在检查别的文件，请过一分钟再传。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.UNAVAILABLE, "系统正在停止，请稍后再传。");
        }
        try {
            return work.done();
        } catch (StackOverflowError | IllegalArgumentException | IllegalStateException e) {
            throw Refusal.invalid("这个文件的内部结构读不通，可能已损坏。请用原来的软件打开后另存一份再传。");
        } finally {
            room.release();
        }
    }
}
