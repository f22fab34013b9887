import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lighthouse (mobile), the median of several runs, and what the first view of a page weighs on the wire, against the goals;
 * then how many tabs lead to the first hit of a search. It needs Node 18.16 or newer and a Chromium (CHROME_PATH); Lighthouse
 * is fetched by npx, or LIGHTHOUSE names its command. The last line says how many goals are missed.
 *
 * <pre>java bench/Pages.java http://localhost:8080 5</pre>
 */
public class Pages {
    static final String LIGHTHOUSE = "lighthouse@12.8.2";   // the last that runs on Node 20
    static final int MOST_TABS = 15;
    static final List<String> CATEGORIES = List.of("performance", "accessibility", "best-practices", "seo");
    static final Pattern FOCUSABLE = Pattern.compile("<(?:a\\b[^>]*\\bhref=|button\\b|summary\\b|select\\b|textarea\\b|input\\b(?![^>]*type=\"hidden\")|[a-z]+\\b[^>]*tabindex=\"0\")");
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A page and its goals. @param least performance of 100 @param most KB on the wire, 0 for no goal */
    record Goal(String name, String path, int least, int most) {}

    /** What one run found: scores of 100, seconds, KB. */
    record Run(Map<String, Integer> scores, double lcp, double cls, double weight, double script) {}

    static URI site;
    static int missed;

    public static void main(String[] args) throws Exception {
        site = URI.create(args[0]);
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        System.out.println("Lighthouse " + LIGHTHOUSE.replaceAll(".*@", "") + ", mobile, median of " + runs + "; * misses its goal");
        System.out.println("page       perf  acc  best  seo   LCP s    CLS  all KB   JS KB");
        for (var goal : goals()) {
            print(goal, median(goal, runs));
        }
        int tabs = tabs(get("/search?q=" + encoded("土地")));
        System.out.printf("tabs to the first hit: %d%s (goal: at most %d)%n", tabs, mark(tabs > MOST_TABS), MOST_TABS);
        System.out.println("goals missed: " + missed);
    }

    static List<Goal> goals() throws IOException, InterruptedException {
        var piece = first(get("/search?q=" + encoded("土地")), "href=\"(/disclosures/[0-9a-f-]{36})\"");
        var item = first(get(piece), "href=\"(/catalogue/[^\"]+)\"");
        return List.of(new Goal("home", "/", 95, 100), new Goal("piece", piece, 95, 60),
                new Goal("search", "/search?q=" + encoded("土地"), 90, 70), new Goal("catalogue", "/catalogue", 90, 0),
                new Goal("item", item, 90, 0));
    }

    static Run median(Goal goal, int runs) throws IOException, InterruptedException {
        var all = new ArrayList<Run>();
        for (int i = 0; i < runs; i++) {
            all.add(run(goal));
        }
        var scores = new LinkedHashMap<String, Integer>();
        CATEGORIES.forEach(category -> scores.put(category, (int) middle(all.stream().map(run -> (double) run.scores().get(category)))));
        return new Run(scores, middle(all.stream().map(Run::lcp)), middle(all.stream().map(Run::cls)),
                middle(all.stream().map(Run::weight)), middle(all.stream().map(Run::script)));
    }

    static double middle(Stream<Double> figures) {
        var sorted = figures.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    static Run run(Goal goal) throws IOException, InterruptedException {
        var report = Files.createTempFile("lighthouse", ".json");
        var command = new ArrayList<String>(System.getenv("LIGHTHOUSE") == null ? List.of("npx", "--yes", LIGHTHOUSE) : List.of(System.getenv("LIGHTHOUSE")));
        command.addAll(List.of(site.resolve(goal.path()).toString(), "--quiet", "--output=json", "--output-path=" + report,
                "--chrome-flags=--headless=new --no-sandbox --disable-quic", "--only-categories=" + String.join(",", CATEGORIES)));
        if (fails(command) && fails(command)) {   // its browser does not always come up on a busy machine
            throw new IllegalStateException("Lighthouse failed at " + goal.path() + "; run by hand: " + String.join(" ", command));
        }
        var text = Files.readString(report);
        Files.delete(report);
        return read(goal, text);
    }

    static boolean fails(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() != 0;
    }

    static Run read(Goal goal, String report) {
        var scores = new LinkedHashMap<String, Integer>();
        for (var category : CATEGORIES) {
            scores.put(category, (int) Math.round(100 * Double.parseDouble(first(report.substring(report.lastIndexOf("\"categories\"")),
                    "\"id\": \"" + category + "\",\\s*\"score\": ([\\d.]+)"))));
        }
        failed(goal, report);
        return new Run(scores, audit(report, "largest-contentful-paint") / 1000, audit(report, "cumulative-layout-shift"),
                audit(report, "total-byte-weight") / 1024, scripts(report) / 1024);
    }

    /** Says once which checks of accessibility, best practices and SEO failed. */
    static void failed(Goal goal, String report) {
        var audits = report.substring(report.indexOf("\"audits\""), report.indexOf("\"configSettings\""));
        Pattern.compile("\"id\": \"([a-z0-9-]+)\",\\s*\"title\": \"([^\"]+)\"(?:(?!\"id\":).)*?\"score\": 0,\\s*\"scoreDisplayMode\": \"binary\"", Pattern.DOTALL)
                .matcher(audits).results().map(found -> "  " + goal.name() + " fails " + found.group(1) + ": " + found.group(2)).filter(SAID::add).forEach(System.out::println);
    }

    static final java.util.Set<String> SAID = new java.util.HashSet<>();

    static double audit(String report, String id) {
        return Double.parseDouble(first(report, "\"" + id + "\": \\{(?:(?!\"numericValue\").)*?\"numericValue\": ([\\d.e-]+)"));
    }

    static double scripts(String report) {
        return Pattern.compile("\"transferSize\": (\\d+),(?:(?!\"transferSize\").)*?\"resourceType\": \"Script\"", Pattern.DOTALL).matcher(report)
                .results().mapToDouble(found -> Double.parseDouble(found.group(1))).sum();
    }

    static void print(Goal goal, Run run) {
        var scores = run.scores();
        System.out.printf("%-10s %3d%s %3d%s %4d%s %3d%s  %5.2f%s %5.3f%s %6.1f%s %6.1f%s%n", goal.name(),
                scores.get("performance"), mark(scores.get("performance") < goal.least()), scores.get("accessibility"), mark(scores.get("accessibility") < 100),
                scores.get("best-practices"), mark(scores.get("best-practices") < 95), scores.get("seo"), mark(scores.get("seo") < 100),
                run.lcp(), mark(run.lcp() > 1.5), run.cls(), mark(run.cls() > 0.02),
                run.weight(), mark(goal.most() > 0 && run.weight() > goal.most()), run.script(), mark(run.script() > 30));
    }

    static String mark(boolean missing) {
        missed += missing ? 1 : 0;
        return missing ? "*" : " ";
    }

    /** Everything that takes the focus before the first hit, and the hit itself; also what only narrow screens show. */
    static int tabs(String page) {
        return (int) FOCUSABLE.matcher(page.substring(0, page.indexOf("class=\"hit\""))).results().count() + 1;
    }

    static String get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(site.resolve(path)).header("Accept", "text/html").build(), BodyHandlers.ofString()).body();
    }

    static String first(String text, String pattern) {
        var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Nothing fits " + pattern);
        }
        return found.group(1);
    }

    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
