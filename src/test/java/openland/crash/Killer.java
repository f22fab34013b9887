package openland.crash;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Kills everything in turn, in random order, at random moments of the work. */
final class Killer implements Runnable {
    private final CrashPlan plan;
    private final Site site;
    private final Book book;
    private final Random random;
    private final Deque<Site.Victim> next = new ArrayDeque<>();
    final Map<String, Integer> kills = new TreeMap<>();
    volatile boolean stopped;

    Killer(CrashPlan plan, Site site, Book book) {
        this.plan = plan;
        this.site = site;
        this.book = book;
        this.random = new Random(plan.seed());
    }

    @Override
    public void run() {
        for (int kill = 0; kill < plan.kills() && !stopped; kill++) {
            awaitTurn(kill);
            var victim = choose();
            while (!stopped && !victim.kill().getAsBoolean()) {   // it is dead already: whoever lives
                Web.pause(50);
                victim = choose();
            }
            kills.merge(victim.name(), 1, Integer::sum);
        }
    }

    /** As a rule when the work has gone on; now and then while what was killed last is still starting. */
    private void awaitTurn(int kill) {
        boolean early = random.nextInt(6) == 0;
        if (early) {
            Web.pause(random.nextInt(1000, 8000));
        }
        while (!early && !stopped && book.acknowledged() < plan.acknowledgedBefore(kill)) {
            Web.pause(5);
        }
        Web.pause(random.nextInt(500));
    }

    private Site.Victim choose() {
        if (next.isEmpty()) {
            var round = new ArrayList<>(site.victims());
            Collections.shuffle(round, random);
            next.addAll(round);
        }
        return next.remove();
    }
}
