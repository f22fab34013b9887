package openland.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a file while it is being made. Few at a time: each keeps a processor busy. */
@Component
class Downloads {
    private static final int AT_ONCE = 4;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** The forms in which a list is given away. */
    enum Form {
        CSV("csv", "text/csv;charset=UTF-8"), JSON("json", "application/json"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String ending;
        private final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }
    }

    /** Writes the file. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** @param name without its ending. @throws Refusal UNAVAILABLE when too many are being made */
    void send(String name, Form form, HttpServletRequest request, HttpServletResponse response, Writing writing) throws IOException {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            throw new Refusal(Reason.UNAVAILABLE, "现在导出的人太多，请过十秒再试。");
        }
        try {
            response.setContentType(form.type);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                    .filename(name + "." + form.ending, StandardCharsets.UTF_8).build().toString());
            if (!"HEAD".equals(request.getMethod())) {
                writing.to(response.getOutputStream());
            }
        } finally {
            places.release();
        }
    }
}
