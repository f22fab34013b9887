package openland.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks ClamAV's daemon for viruses over its INSTREAM command (clamd(8)): chunks with a length of four bytes before each,
 * a chunk of length nought at the end, and one line as the answer. Only a whole answer that says so counts as clean.
 */
@Component
class Scanning {
    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(US_ASCII);
    private static final Pattern ADDRESS = Pattern.compile("(?:(\\S+):(\\d{1,5}))?");
    private static final int LAST_PORT = 65_535;
    private static final String CLEAN = "stream: OK";
    private static final Pattern FOUND = Pattern.compile("(?s)stream: (.+) FOUND");
    /** What the daemon calls a file that it has not looked through to its end. */
    private static final String NOT_TO_THE_END = "Heuristics.Limits.Exceeded";
    private static final int CONNECT_MILLIS = 3_000;
    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4096;
    private static final int LONGEST_NAME = 100;

    private final String host;
    private final int port;
    private volatile boolean away;

    /** @param address host:port of the daemon; empty: there is none */
    Scanning(@Value("${openland.clamd:}") String address) {
        var given = ADDRESS.matcher(address.strip());
        if (!given.matches() || given.group(2) != null && Integer.parseInt(given.group(2)) > LAST_PORT) {
            throw new IllegalArgumentException("OPENLAND_CLAMD is host:port, for example 127.0.0.1:3310, and not " + address);
        }
        this.host = given.group(1) == null ? "" : given.group(1);
        this.port = given.group(2) == null ? 0 : Integer.parseInt(given.group(2));
    }

    /** @param name of the virus, as the scanner calls it; empty where none was found */
    record Answer(Verdict verdict, String name) {
        static final Answer NONE = new Answer(Verdict.WAITING, "");
    }

    /** Whether a scanner is configured. */
    boolean isOn() {
        return !host.isEmpty();
    }

    /**
     * Shows the scanner some bytes; {@link Verdict#WAITING} whenever it does not say clearly what it found.
     *
     * @param patience for the whole of it
     */
    Answer scan(InputStream bytes, Duration patience) {
        try (var socket = new Socket()) {
            var asked = new FutureTask<>(() -> ask(socket, bytes));
            Thread.ofVirtual().name("scan").start(asked);
            var answer = read(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            note(false, "");
            return answer;
        } catch (ExecutionException e) {
            note(true, String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            note(true, "no answer within " + patience.toSeconds() + " s");
        } catch (IOException e) {
            note(true, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.NONE;
    }

    private String ask(Socket socket, InputStream bytes) throws IOException {
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
        out.write(COMMAND);
        var chunk = new byte[CHUNK];
        for (int n; (n = bytes.readNBytes(chunk, 0, CHUNK)) > 0; ) {
            out.writeInt(n);
            out.write(chunk, 0, n);
        }
        out.writeInt(0);
        out.flush();
        var answer = new ByteArrayOutputStream();
        for (int next = socket.getInputStream().read(); next != 0; next = socket.getInputStream().read()) {
            if (next < 0 || answer.size() >= LONGEST_ANSWER) {
                throw new EOFException("its answer has no end");
            }
            answer.write(next);
        }
        return answer.toString(US_ASCII);
    }

    private static Answer read(String answer) throws IOException {
        if (answer.equals(CLEAN)) {
            return new Answer(Verdict.CLEAN, "");
        }
        var found = FOUND.matcher(answer);
        if (found.matches() && !found.group(1).startsWith(NOT_TO_THE_END)) {
            return new Answer(Verdict.INFECTED, shown(found.group(1)));
        }
        throw new IOException("it said " + shown(answer));
    }

    private static String shown(String said) {
        return said.substring(0, Math.min(said.length(), LONGEST_NAME)).replaceAll("[^\\x20-\\x7e]", "?");
    }

    private void note(boolean isAway, String reason) {
        if (isAway && !away) {
            LOG.warn("The virus scanner at {}:{} gives no verdict, files wait for it: {}", host, port, reason);
        } else if (!isAway && away) {
            LOG.info("The virus scanner at {}:{} answers again.", host, port);
        }
        away = isAway;
    }
}
