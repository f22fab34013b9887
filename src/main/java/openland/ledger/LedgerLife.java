package openland.ledger;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the log before the first page is served and closes it after the last one. */
@Component
class LedgerLife implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerLife.class);

    private final Opening opening;
    private final Integrator integrator;
    private final SelfCheck selfCheck;
    private final KeyChange keyChange;
    private final Checkpoints checkpoints;
    private final Standing standing;
    private final Lifeline lifeline;
    private final Bells bells;
    private final Readers readers;
    private final ObjectProvider<LedgerReader> registered;
    private final List<Worker> workers = new ArrayList<>();
    private volatile boolean running;

    LedgerLife(Opening opening, Integrator integrator, SelfCheck selfCheck, KeyChange keyChange, Checkpoints checkpoints,
               Standing standing, Lifeline lifeline, Bells bells, Ledger ledger, Cursors cursors, Contact contact, ObjectProvider<LedgerReader> registered) {
        this.opening = opening;
        this.integrator = integrator;
        this.selfCheck = selfCheck;
        this.keyChange = keyChange;
        this.checkpoints = checkpoints;
        this.standing = standing;
        this.lifeline = lifeline;
        this.bells = bells;
        this.readers = new Readers(UUID.randomUUID().toString(), ledger, cursors, bells, contact);
        this.registered = registered;
    }

    @Override
    public void start() {
        try {
            var signer = opening.open();
            integrator.examine();
            keyChange.complete();
            workers.add(new Worker("integrator", bells.appended, new Integration(signer)).start());
        } catch (Distrust | IllegalArgumentException e) {
            standing.readOnly(String.valueOf(e.getMessage()));
        }
        readers.start(registered.orderedStream().toList());
        workers.add(lifeline.start(readers));
        running = true;
    }

    @Override
    public void stop() {
        workers.forEach(Worker::stop);
        workers.forEach(Worker::join);
        workers.clear();
        readers.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Checks the whole log first, then integrates for as long as the tables can be trusted. */
    private final class Integration implements Worker.Task {
        private final Signer signer;
        private boolean checked;

        Integration(Signer signer) {
            this.signer = signer;
        }

        @Override
        public boolean turn() {
            if (standing.doubt().isPresent()) {
                return false;
            }
            try {
                if (!checked) {
                    var log = checkpoints.keys().orElseThrow();
                    LOG.info("The ledger {} is whole: {} entries.", log.origin(), selfCheck.run(log));
                    checked = true;
                }
                boolean more = integrator.integrate(signer);
                standing.unhindered();
                return more;
            } catch (UncheckedIOException e) {
                standing.hindered("Nothing can be signed: " + e.getMessage());
                throw e;
            } catch (Distrust | IllegalArgumentException e) {
                standing.readOnly(String.valueOf(e.getMessage()));
                return false;
            }
        }
    }
}
