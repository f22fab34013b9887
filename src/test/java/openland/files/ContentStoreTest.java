package openland.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of content keeps, whether it is a folder or an object store. */
class ContentStoreTest {
    private static S3Server server;
    private final Parts parts = TestStore.newParts();

    @BeforeAll
    static void start() throws Exception {
        server = new S3Server();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    static Stream<TestStore> stores() throws Exception {
        return Stream.of(new TestStore.Folder(TestStore.newParts()), TestStore.Bucket.on(server));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_was_put_is_there_under_its_digest(TestStore outside) throws Exception {
        var bytes = bytes(100_000);
        var sha256 = sha256(bytes);
        var store = outside.store();
        store.put(part(outside, bytes), sha256);
        assertThat(store.exists(sha256)).isTrue();
        assertThat(outside.store().exists(sha256)).isTrue();
        assertThat(TestStore.read(store, sha256)).isEqualTo(bytes);
        assertThat(outside.names()).containsExactly(sha256.substring(0, 2) + "/" + sha256.substring(2));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_was_deleted_is_gone_and_may_be_put_again(TestStore outside) throws Exception {
        var bytes = bytes(1000);
        var store = outside.store();
        store.delete(sha256(bytes));
        store.put(part(outside, bytes), sha256(bytes));
        store.delete(sha256(bytes));
        assertThat(store.exists(sha256(bytes))).isFalse();
        assertThat(outside.names()).isEmpty();
        store.put(part(outside, bytes), sha256(bytes));
        assertThat(TestStore.read(store, sha256(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_same_bytes_are_stored_once(TestStore outside) throws Exception {
        var bytes = bytes(1000);
        var store = outside.store();
        store.put(part(outside, bytes), sha256(bytes));
        store.put(part(outside, bytes), sha256(bytes));
        assertThat(outside.names()).hasSize(1);
        assertThat(TestStore.read(store, sha256(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void many_may_put_the_same_bytes_at_once(TestStore outside) throws Exception {
        var bytes = bytes(300_000);
        var store = outside.store();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = IntStream.range(0, 8).<Callable<Object>>mapToObj(_ -> () -> {
                store.put(part(outside, bytes), sha256(bytes));
                return TestStore.read(store, sha256(bytes));
            }).toList();
            for (var put : threads.invokeAll(puts)) {
                assertThat(put.get()).isEqualTo(bytes);
            }
        }
        assertThat(outside.names()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void an_upload_that_was_cut_leaves_nothing_and_may_begin_again(TestStore outside) throws Exception {
        var bytes = bytes(100_000);
        outside.cut(sha256(bytes), bytes);
        var store = outside.store();
        assertThat(outside.names()).isEmpty();
        assertThat(store.exists(sha256(bytes))).isFalse();
        assertThat(store.open(sha256(bytes))).isEmpty();
        store.put(part(outside, bytes), sha256(bytes));
        assertThat(TestStore.read(store, sha256(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_not_there_is_empty(TestStore outside) throws Exception {
        var store = outside.store();
        var sha256 = sha256(bytes(10));
        assertThat(store.exists(sha256)).isFalse();
        assertThat(store.local(sha256)).isEmpty();
        assertThat(store.open(sha256)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_largest_file_comes_back_as_it_was(TestStore outside) throws Exception {
        var bytes = bytes((int) openland.files.Files.LARGEST);
        var store = outside.store();
        store.put(part(outside, bytes), sha256(bytes));
        try (var local = store.local(sha256(bytes)).orElseThrow()) {
            assertThat(Files.mismatch(local.path(), part(outside, bytes))).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void reading_leaves_no_copy(TestStore outside) throws Exception {
        var bytes = bytes(10_000);
        var store = outside.store();
        store.put(part(outside, bytes), sha256(bytes));
        var before = parts(outside);
        TestStore.read(store, sha256(bytes));
        store.local(sha256(bytes)).orElseThrow().close();
        assertThat(parts(outside)).isEqualTo(before);
        assertThat(store.exists(sha256(bytes))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_name_that_is_no_digest_is_refused_and_reaches_nothing(TestStore outside) throws Exception {
        var store = outside.store();
        var digest = sha256(bytes(10));
        for (var name : List.of("", "../" + digest.substring(3), digest.toUpperCase(), digest + "0", digest.substring(1), digest + "\n",
                "..%2f" + digest.substring(5), "/etc/passwd", "a".repeat(63) + "／", "?" + digest.substring(1))) {
            for (var act : List.<ThrowingCallable>of(() -> store.exists(name), () -> store.open(name),
                    () -> store.local(name), () -> store.put(part(outside, bytes(10)), name))) {
                assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND));
            }
        }
        assertThat(outside.names()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_store_that_fails_says_so_and_has_nothing(TestStore outside) throws Exception {
        var bytes = bytes(1000);
        var failing = outside.failing(sha256(bytes));
        assertThatThrownBy(() -> failing.put(part(outside, bytes), sha256(bytes))).satisfiesAnyOf(
                thrown -> assertThat(thrown).isInstanceOf(IOException.class), ContentStoreTest::isUnavailable);
        assertThat(outside.names()).noneMatch(name -> name.endsWith(sha256(bytes).substring(2)));
    }

    @Test
    void an_object_store_that_cannot_be_asked_is_not_one_without_the_file() throws Exception {
        var bucket = TestStore.Bucket.on(server);
        var sha256 = sha256(bytes(10));
        for (var store : List.of(bucket.failing(sha256), new S3Store(server.settings("no-such-bucket"), parts))) {
            assertThatThrownBy(() -> store.exists(sha256)).satisfies(ContentStoreTest::isUnavailable);
            assertThatThrownBy(() -> store.open(sha256)).satisfies(ContentStoreTest::isUnavailable);
            assertThatThrownBy(() -> store.put(part(bucket, bytes(10)), sha256)).satisfies(ContentStoreTest::isUnavailable);
        }
    }

    @Test
    void an_object_store_does_not_take_bytes_of_another_digest() throws Exception {
        var bucket = TestStore.Bucket.on(server);
        var announced = sha256(bytes(10));
        assertThatThrownBy(() -> bucket.store().put(part(bucket, bytes(11)), announced)).satisfies(ContentStoreTest::isUnavailable);
        assertThat(bucket.names()).isEmpty();
    }

    @Test
    void an_answer_that_is_cut_is_refused_and_leaves_no_copy() throws Exception {
        var half = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        half.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        half.start();
        var store = new S3Store(new S3Settings("http://127.0.0.1:" + half.getAddress().getPort(), "b", "us-east-1", "name", "secret"), parts);
        assertThatThrownBy(() -> store.open(sha256(bytes(10)))).satisfies(ContentStoreTest::isUnavailable);
        try (var left = Files.list(parts.folder())) {
            assertThat(left).isEmpty();
        }
        half.stop(0);
    }

    private static void isUnavailable(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(refusal.sentence()).contains("文件库暂时连不上");
        });
    }

    private static List<Path> parts(TestStore outside) throws IOException {
        try (var files = Files.list(outside.parts().folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-")).sorted().toList();
        }
    }

    private static Path part(TestStore outside, byte[] bytes) throws IOException {
        return Files.write(outside.parts().next(), bytes);
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        return Digests.hex(Digests.sha256(bytes));
    }
}
