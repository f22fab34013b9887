package openland.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.base.database.TestDatabase;

/** An empty store of each kind, what lies in it as seen from outside, and how its server or disk fails. */
interface TestStore {
    ContentStore store();

    Parts parts();

    /** The names of all that is in the store, without asking it. */
    List<String> names() throws Exception;

    /** An upload of {@code sha256} whose sender dies before its end. */
    void cut(String sha256, byte[] bytes) throws Exception;

    /** From now on nothing can be stored under {@code sha256}. */
    ContentStore failing(String sha256) throws Exception;

    static Parts newParts() {
        try {
            return new Parts(TestDatabase.newFolder(), Clock.systemUTC());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    record Folder(Parts parts) implements TestStore {
        @Override
        public ContentStore store() {
            return new FolderStore(parts.folder());
        }

        @Override
        public List<String> names() throws IOException {
            try (var files = Files.walk(parts.folder())) {
                return files.filter(Files::isRegularFile).map(file -> parts.folder().relativize(file).toString())
                        .filter(name -> !name.startsWith("part-")).toList();
            }
        }

        @Override
        public void cut(String sha256, byte[] bytes) throws IOException {
            Files.write(parts.next(), Arrays.copyOf(bytes, bytes.length - 1));
        }

        @Override
        public ContentStore failing(String sha256) throws IOException {
            Files.writeString(parts.folder().resolve(sha256.substring(0, 2)), "a file where the folder should be");
            return store();
        }
    }

    record Bucket(S3Server server, String name, Parts parts) implements TestStore {
        private static final Pattern KEY = Pattern.compile("<Key>([^<]+)</Key>");

        static Bucket on(S3Server server) throws Exception {
            var bucket = new Bucket(server, "b" + UUID.randomUUID(), TestStore.newParts());
            bucket.ask(HttpRequest.newBuilder().PUT(BodyPublishers.noBody()), "");
            return bucket;
        }

        private String ask(HttpRequest.Builder request, String query) throws Exception {
            try (var http = HttpClient.newHttpClient()) {
                var answer = http.send(request.uri(URI.create("http://127.0.0.1:" + server.port + "/" + name + query)).build(), BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new AssertionError(answer.body());
                }
                return answer.body();
            }
        }

        @Override
        public ContentStore store() {
            return new S3Store(server.settings(name), parts);
        }

        @Override
        public List<String> names() throws Exception {
            return KEY.matcher(ask(HttpRequest.newBuilder(), "?list-type=2")).results().map(key -> key.group(1)).toList();
        }

        @Override
        public void cut(String sha256, byte[] bytes) throws IOException {
            try (var socket = new Socket("127.0.0.1", server.port)) {
                var head = "PUT /%s/%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n".formatted(name, ContentStore.nameOf(sha256), bytes.length);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(bytes, 0, bytes.length - 1);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream()); // the server has noticed
            }
        }

        @Override
        public ContentStore failing(String sha256) throws IOException {
            return new S3Store(new S3Settings("http://127.0.0.1:" + closedPort(), name, "us-east-1", "name", "secret"), parts);
        }

        private static int closedPort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            }
        }
    }

    static byte[] read(ContentStore store, String sha256) throws IOException {
        try (InputStream in = store.open(sha256).orElseThrow()) {
            return in.readAllBytes();
        }
    }
}
