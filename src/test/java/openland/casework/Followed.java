package openland.casework;

import java.time.InstantSource;
import openland.base.Ids;
import openland.calendar.Calendars;
import org.springframework.context.ApplicationContext;

/** Followed cases as they were on another day. */
public final class Followed {
    private Followed() {}

    public static FollowedCases at(ApplicationContext context, InstantSource time) {
        return new FollowedCases(context.getBean(DutyStore.class), context.getBean(Calendars.class), context.getBean(Ids.class), time);
    }
}
