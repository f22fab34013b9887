import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What others notice of an attack: the 95th percentile of eight readers' requests with the attack against without it,
 * in alternating slices, as the median of the paired ratios. Attacks: {@code drip} opens 200 connections that send a body of
 * one byte a second and measures when they are hung up; {@code flood} searches 10,000 times a minute from one address.
 *
 * <pre>java bench/Bystanders.java drip http://localhost:8080</pre>
 */
public class Bystanders {
    static final int PAIRS = 5;
    static final Duration SLICE = Duration.ofSeconds(4);
    static final HttpClient CLIENT = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    static URI site;

    public static void main(String[] args) throws Exception {
        site = URI.create(args[1]);
        slice();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < PAIRS; i++) {
            double without = slice();
            double with;
            try (var attack = args[0].equals("drip") ? new Drip() : new Flood()) {
                with = slice();
            }
            System.out.printf("p95 without %.1f ms, with %.1f ms%n", without, with);
            ratios.add(with / without);
        }
        if (args[0].equals("drip")) {
            Drip.untilHungUp();
        }
        System.out.printf("%s: median ratio of p95 %.2f%n", args[0], ratios.stream().sorted().toList().get(PAIRS / 2));
    }

    /** The 95th percentile in milliseconds of what eight readers wait for a page that is not cached. */
    static double slice() throws Exception {
        var waited = Collections.synchronizedList(new ArrayList<Long>());
        long end = System.nanoTime() + SLICE.toNanos();
        var reading = new ArrayList<Future<Void>>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < 8; reader++) {
                var address = "198.51.100." + reader;
                reading.add(readers.submit((Callable<Void>) () -> {
                    while (System.nanoTime() < end) {
                        long begun = System.nanoTime();
                        int status = get("/catalogue?x=" + begun, address);
                        waited.add(System.nanoTime() - begun);
                        if (status != 200) {
                            throw new IllegalStateException("A reader got " + status);
                        }
                        Thread.sleep(20);
                    }
                    return null;
                }));
            }
        }
        for (var reader : reading) {
            reader.get();   // throws what it met
        }
        var sorted = waited.stream().sorted().toList();
        return sorted.get(sorted.size() * 95 / 100) / 1e6;
    }

    static int get(String path, String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(site.resolve(path)).header("X-Forwarded-For", address).build(), BodyHandlers.discarding()).statusCode();
    }

    static class Drip implements AutoCloseable {
        final List<Socket> sockets = new ArrayList<>();
        final AtomicBoolean over = new AtomicBoolean();

        Drip() throws IOException {
            for (int i = 0; i < 200; i++) {
                sockets.add(slow());
            }
            Thread.startVirtualThread(() -> {
                while (!over.get()) {
                    sockets.forEach(Drip::drop);
                    pause(1000);
                }
            });
        }

        static Socket slow() throws IOException {
            var socket = new Socket(site.getHost(), site.getPort());
            socket.getOutputStream().write(("POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            return socket;
        }

        static void drop(Socket socket) {
            try {
                socket.getOutputStream().write(' ');
            } catch (IOException e) {
                // hung up
            }
        }

        static void untilHungUp() throws Exception {
            try (var drip = new Drip()) {
                long begun = System.nanoTime();
                for (var socket : drip.sockets) {
                    socket.setSoTimeout(60_000);
                    socket.getInputStream().readAllBytes();
                }
                System.out.printf("all 200 were hung up after %.1f s%n", (System.nanoTime() - begun) / 1e9);
            }
        }

        @Override
        public void close() throws IOException {
            over.set(true);
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    static class Flood implements AutoCloseable {
        final AtomicBoolean over = new AtomicBoolean();
        final ConcurrentHashMap<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

        Flood() {
            Thread.startVirtualThread(() -> {
                while (!over.get()) {
                    Thread.startVirtualThread(() -> {
                        try {
                            statuses.computeIfAbsent(get("/search?q=%E5%9C%9F%E5%9C%B0", "203.0.113.1"), _ -> new AtomicInteger()).incrementAndGet();
                        } catch (IOException | InterruptedException e) {
                            // nobody answers: counted as nothing
                        }
                    });
                    pause(6);   // 10,000 a minute
                }
            });
        }

        @Override
        public void close() {
            over.set(true);
            System.out.println("answers to the flood by status: " + statuses);
        }
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
