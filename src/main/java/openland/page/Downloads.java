package openland.page;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Semaphore;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * Makes a file and sends it. Nothing of it is sent before it is whole, so that a failure halfway is answered as one. Few
 * are made at a time, because each keeps a processor busy; who reads slowly keeps none of those places.
 */
@Component
public class Downloads {
    private static final int MADE_AT_ONCE = 4;
    /** Each takes room on the disk until it is sent. */
    private static final int SENT_AT_ONCE = 40;
    private final Semaphore making = new Semaphore(MADE_AT_ONCE);
    private final Semaphore sending = new Semaphore(SENT_AT_ONCE);

    /** The forms in which a list is given away. */
    public enum Form {
        CSV("csv", "text/csv;charset=UTF-8"), JSON("json", "application/json"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), ZIP("zip", "application/zip");

        private final String ending;
        private final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }
    }

    /** Writes the file. */
    @FunctionalInterface
    public interface Writing {
        /** May close what it writes to. */
        void to(OutputStream out) throws IOException;
    }

    /** @param name without its ending. @throws Refusal UNAVAILABLE when too many are being made */
    public void send(String name, Form form, HttpServletRequest request, HttpServletResponse response, Writing writing) throws IOException {
        if ("HEAD".equals(request.getMethod())) {
            head(name, form, response);
            return;
        }
        enter(sending, response);
        try (var file = made(writing, response)) {
            head(name, form, response);
            response.setContentLengthLong(file.size());
            Channels.newInputStream(file.position(0)).transferTo(response.getOutputStream());
        } finally {
            sending.release();
        }
    }

    private static void enter(Semaphore places, HttpServletResponse response) {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            throw new Refusal(Reason.UNAVAILABLE, "现在导出的人太多，请过十秒再试。");
        }
    }

    private FileChannel made(Writing writing, HttpServletResponse response) throws IOException {
        enter(making, response);
        try {
            var file = FileChannel.open(Files.createTempFile("openland-download", ""), READ, WRITE, DELETE_ON_CLOSE);
            try {
                var out = new BufferedOutputStream(Channels.newOutputStream(file));
                writing.to(StreamUtils.nonClosing(out));
                out.flush();
                return file;
            } catch (IOException | RuntimeException | Error e) {
                file.close();
                throw e;
            }
        } finally {
            making.release();
        }
    }

    private static void head(String name, Form form, HttpServletResponse response) {
        response.setContentType(form.type);
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {   // what is for officers only bears no-store already
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(name + "." + form.ending, StandardCharsets.UTF_8).build().toString());
    }
}
