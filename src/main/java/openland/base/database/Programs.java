package openland.base.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs a program outside and waits for its end. */
final class Programs {
    private Programs() {}

    /** What it said on both outputs, and how it ended. */
    record Answer(int status, String output) {
        boolean worked() {
            return status == 0;
        }
    }

    static Answer run(ProcessBuilder program) {
        try {
            var process = program.redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            return new Answer(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(-1, "interrupted");
        }
    }
}
