package openland.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import openland.base.Digests;

/** A server on a real port that speaks the INSTREAM command of ClamAV's daemon, knows one virus, and can be told to fail. */
public final class Clamd implements AutoCloseable {
    /** The harmless string that every scanner finds; see eicar.org. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final Function<byte[], String> HONEST =
            bytes -> new String(bytes, ISO_8859_1).contains(EICAR) ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0";

    private final List<String> scanned = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Function<byte[], String> answers = HONEST;
    /** Bound and never listening: nobody else gets the port while the server is down. */
    private final Socket place = new Socket();
    private volatile ServerSocket server;
    private volatile Thread serving;
    private volatile boolean deaf;

    public Clamd() {
        try {
            place.setReuseAddress(true);
            place.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listen();
    }

    public String address() {
        return "127.0.0.1:" + place.getLocalPort();
    }

    /** SHA-256 of everything that was shown whole. */
    public List<String> scanned() {
        return List.copyOf(scanned);
    }

    /** What it says, instead of the truth; an answer ends with NUL, else it breaks off; null: it is silent for ever. */
    public Clamd saying(Function<byte[], String> said) {
        answers = said;
        return this;
    }

    /** Takes connections and reads nothing. */
    public Clamd deaf() {
        deaf = true;
        return this;
    }

    /** Refuses connections from now on. */
    public void goDown() {
        try {
            server.close();
            serving.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Up again on the same port, telling the truth. */
    public void comeBack() {
        goDown();
        answers = HONEST;
        listen();
    }

    private void listen() {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(place.getLocalSocketAddress());
            server = listening;
            serving = Thread.ofVirtual().start(() -> serve(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            if (deaf) {
                closing.await();
                return;
            }
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            if (!new String(in.readNBytes(10), ISO_8859_1).equals("zINSTREAM\0")) {
                socket.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(ISO_8859_1));
                return;
            }
            var bytes = new ByteArrayOutputStream();
            for (int n = in.readInt(); n != 0; n = in.readInt()) {
                bytes.write(in.readNBytes(n));
            }
            var said = answers.apply(bytes.toByteArray());
            if (said == null) {
                closing.await();
                return;
            }
            scanned.add(Digests.hex(Digests.sha256(bytes.toByteArray())));
            socket.getOutputStream().write(said.getBytes(ISO_8859_1));
        } catch (IOException _) {
            // who asked has gone
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        goDown();
        place.close();
    }
}
