package openland.casework;

import java.util.List;
import openland.office.Officer;

/** A room that knows what is due: drafts with a day, duties, requests, letters. The desk joins them all into one list. */
public interface DueSource {
    /** What concerns this officer, in no order. */
    List<Due> dueFor(Officer officer);
}
