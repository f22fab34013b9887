package openland.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import openland.ledger.LeafType;

/** Publishes while everything is killed, then looks at what has become of it. */
final class CrashRun {
    private static final Duration FIRST_START = Duration.ofMinutes(10);
    private static final Duration RECOVERY = Duration.ofMinutes(5);

    private final CrashPlan plan;
    private final Book book = new Book();
    private final AtomicInteger next = new AtomicInteger();
    private int before;
    private long worked;

    CrashRun(CrashPlan plan) {
        this.plan = plan;
    }

    CrashReport go() throws IOException, InterruptedException, ExecutionException {
        try (var site = new Site(plan.programs(), Path.of("target", "crash", plan.programs() + "-programs"))) {
            var web = new Web(site.programs);
            awaitReady(site, web, FIRST_START);
            before = issued(Shown.by(site.programs.getFirst(), web));
            var killer = new Killer(plan, site, book);
            var watcher = new Watcher(plan, site, web, book);
            work(new Publisher(plan, web, book, site.password), killer, watcher);
            awaitReady(site, web, RECOVERY);
            var differences = differences(site, web);
            return new CrashReport(plan, book, killer.kills, watcher.looks(), web.retries.get(),
                    site.programs.stream().mapToInt(program -> program.ends.get()).sum(),
                    Duration.ofNanos(worked), Duration.ofNanos(web.longestOutage.get()), differences);
        }
    }

    private static int issued(Shown shown) {
        return (int) shown.ledger().stream().filter(line -> line.leaf().type() == LeafType.PUBLISH
                && line.leaf().issuer().equals(Publisher.OFFICE)).count();
    }

    /** Writers until every piece is published, the killer until all kills are done, the readers as long as those. */
    private void work(Publisher publisher, Killer killer, Watcher watcher) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watching = List.of(threads.submit(watcher::watchAnnouncements), threads.submit(watcher::watchWithdrawals));
            var working = new ArrayList<Future<?>>();
            working.add(threads.submit(killer));
            for (int i = 0; i < CrashPlan.WRITERS; i++) {
                working.add(threads.submit(() -> write(publisher)));
            }
            try {
                for (var each : working.reversed()) {   // a writer that failed must not leave the killer waiting
                    each.get();
                }
            } finally {
                killer.stopped = true;
                next.set(plan.pieces());
                watcher.stopped = true;
            }
            for (var each : watching) {
                each.get();
            }
        }
        worked = System.nanoTime() - begun;
    }

    private void write(Publisher publisher) {
        for (int number = next.incrementAndGet(); number <= plan.pieces(); number = next.incrementAndGet()) {
            publisher.piece(number);
        }
    }

    private static void awaitReady(Site site, Web web, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        for (var program : site.programs) {
            while (!web.get(program, "/actuator/health/readiness").isThere()) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("Program " + program.name + " is not ready after " + patience + "; see target/crash.");
                }
                Web.pause(100);
            }
        }
    }

    /** Readers may be behind for a moment; what differs after half a minute differs. */
    private List<String> differences(Site site, Web web) {
        var differences = book.wrongs();
        for (var program : site.programs) {
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            var comparison = new Comparison(book, before, Shown.by(program, web));
            var left = comparison.differences();
            while (!left.isEmpty() && System.nanoTime() < until) {
                Web.pause(500);
                comparison = new Comparison(book, before, Shown.by(program, web));
                left = comparison.differences();
            }
            differences.addAll(comparison.differencesOfPages(program, web));
            differences.addAll(reconciled(program, web, site.password));
        }
        return differences;
    }

    /** What the program itself finds when it compares the ledger with all that stands on it. */
    private static List<String> reconciled(Program program, Web web, String password) {
        var token = web.token("auditor-ministry", password);
        var answer = web.get(program, "/api/v1/reconcile", token);
        var found = answer.isThere() ? answer.json().get("differences") : null;
        return found != null && found.isEmpty() ? List.of() : List.of(program.name + " reconciles: " + answer);
    }
}
