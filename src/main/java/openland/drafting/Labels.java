package openland.drafting;

import java.util.Set;
import java.util.stream.Collectors;

/** Words for people. */
final class Labels {
    private Labels() {}

    /** "，正等保密审查岗", or nothing when nobody is awaited. */
    static String waitingFor(Set<Awaited> awaited) {
        return awaited.isEmpty() ? "" : "，正等" + awaited.stream().map(a -> a.post().label()).distinct().sorted()
                .collect(Collectors.joining("、"));
    }
}
