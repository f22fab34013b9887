package openland.files;

import org.springframework.context.ApplicationContext;

/** The work in the background that scans what waits, done by hand: when the test says so and to its end. */
public final class Rescan {
    private final Rescanning rescanning;

    /** Stops the work in the background of that node. */
    public Rescan(ApplicationContext context) {
        rescanning = context.getBean(Rescanning.class);
        rescanning.stop();
    }

    /** Until nothing more can be done now. */
    public void run() throws Exception {
        boolean more = true;
        while (more) {
            more = rescanning.work();
        }
    }
}
