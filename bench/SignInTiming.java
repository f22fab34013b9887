import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a wrong password for a known name takes as long as one for an unknown name: the two are asked in turn, four times
 * each name (the fifth locks it), from an address each; the figure is the ratio of the medians.
 *
 * <pre>java bench/SignInTiming.java http://localhost:8080 drafter secrecy leader head …</pre>
 */
public class SignInTiming {
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] args) throws Exception {
        var names = List.of(args).subList(1, args.length);
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int i = 0; i < 4; i++) {
            for (var name : names) {
                if (i % 2 == 0) {
                    unknown.add(asked(args[0], "nobody-" + name, "203.0.113." + i));
                }
                known.add(asked(args[0], name, "203.0.113." + i));
                if (i % 2 == 1) {
                    unknown.add(asked(args[0], "nobody-" + name, "203.0.113." + i));
                }
            }
        }
        System.out.printf("known %.1f ms, unknown %.1f ms, ratio %.3f of %d pairs%n", median(known), median(unknown),
                median(known) / median(unknown), known.size());
    }

    static long asked(String site, String name, String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(site + "/api/v1/tokens")).header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"a wrong password\"}")).build();
        long begun = System.nanoTime();
        int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 401) {
            throw new IllegalStateException(name + " got " + status);
        }
        return System.nanoTime() - begun;
    }

    static double median(List<Long> waited) {
        return waited.stream().sorted().toList().get(waited.size() / 2) / 1e6;
    }
}
