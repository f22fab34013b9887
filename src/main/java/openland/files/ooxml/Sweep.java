package openland.files.ooxml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.Hidden.Treatment;

/** One walk through a file: notes what is hidden and says of each whether it is to be taken out. */
final class Sweep {
    /** Places named; what is found beyond them is put together under the last one of its kind. */
    private static final int MOST = 2_000;
    private static final int LONGEST = 2_000;

    private record Spot(Kind kind, String place) {}

    private final boolean thorough;
    private final Map<Spot, StringBuilder> found = new LinkedHashMap<>();

    Sweep(boolean thorough) {
        this.thorough = thorough;
    }

    boolean takes(Kind kind) {
        return thorough || kind.treatment() == Treatment.REMOVED;
    }

    /** Notes it. @return whether it is to be taken out */
    boolean finds(Kind kind, String place, String text) {
        var spot = new Spot(kind, found.size() < MOST ? place : "其他位置");
        var texts = found.computeIfAbsent(spot, any -> new StringBuilder());
        var stripped = text.strip();
        if (!stripped.isEmpty() && texts.length() < LONGEST) {
            texts.append(texts.isEmpty() ? "" : "\n").append(stripped, 0, Math.min(stripped.length(), LONGEST));
        }
        return takes(kind);
    }

    List<Hidden> found() {
        return found.entrySet().stream()
                .map(entry -> new Hidden(entry.getKey().kind(), entry.getKey().place(), entry.getValue().toString())).toList();
    }
}
