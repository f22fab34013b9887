package openland.portal;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code --reconcile}: compares, prints what was found, and ends with 0 when all agree, with 1 otherwise. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ReconcileCommand implements ApplicationRunner, ExitCodeGenerator {
    private final Reconciling reconciling;
    private int exitCode;

    ReconcileCommand(Reconciling reconciling) {
        this.reconciling = reconciling;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.containsOption("reconcile")) {
            return;
        }
        var found = reconciling.reconcile();
        System.out.printf("账本%d条，公开的信息%d件，差异%d处%n", found.entries(), found.pieces(), found.differences().size());
        found.differences().forEach(d -> System.out.printf("%s\t%s\t%s%n", d.between(),
                d.disclosure() == null ? "-" : d.disclosure(), d.sentence()));
        exitCode = found.agrees() ? 0 : 1;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
