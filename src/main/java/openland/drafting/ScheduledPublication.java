package openland.drafting;

import java.time.Duration;
import openland.base.RepeatedWork;
import org.springframework.stereotype.Component;

/** Publishes scheduled drafts when their time comes; nodes share the work through row locks. */
@Component
class ScheduledPublication extends RepeatedWork {
    private final Moving moving;

    ScheduledPublication(Moving moving) {
        super("scheduled-publication", Duration.ofSeconds(1));
        this.moving = moving;
    }

    @Override
    protected boolean work() {
        return moving.publishNextDue();
    }
}
