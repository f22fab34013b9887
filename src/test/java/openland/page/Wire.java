package openland.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** Sends a request byte for byte, also one that no client library would send. */
public record Wire(int port) {
    public static Wire to(Environment environment) {
        return new Wire(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    public record Answer(int status, List<String> head, String body) {
        public List<String> headers(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ": ";
            return head.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length())).toList();
        }

        public String header(String name) {
            return String.join(" | ", headers(name));
        }
    }

    public Answer get(String target, String... headers) {
        return send("GET " + target, "", headers);
    }

    /** @param line method and target */
    public Answer send(String line, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var length = bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n";
        var host = List.of(headers).stream().anyMatch(header -> header.startsWith("Host:")) ? "" : "Host: localhost\r\n";
        var head = line + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + length
                + String.join("", List.of(headers).stream().map(header -> header + "\r\n").toList()) + "\r\n";
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        in.transferTo(all);
        var text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        var head = List.of(text.substring(0, end).split("\r\n"));
        return new Answer(Integer.parseInt(head.getFirst().split(" ")[1]), head, text.substring(end + 4));
    }
}
