package openland.files.fixed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for words in bytes, in all encodings that Chinese is written in, in one walk however many words there are. */
final class HiddenBytes {
    /** Shorter ones would be met by chance among the pixels of a picture. */
    private static final int SHORTEST = 8;
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
            Charset.forName("GB18030"));

    private final Map<Integer, List<Sought>> byStart = new HashMap<>();
    private final BitSet starts = new BitSet(1 << 16);

    private record Sought(String word, byte[] bytes) {}

    /** @param longOnly leave out what is so short that it is met by chance */
    HiddenBytes(Collection<String> words, boolean longOnly) {
        for (var word : words) {
            for (var encoding : ENCODINGS) {
                var bytes = word.getBytes(encoding);
                if (bytes.length >= (longOnly ? SHORTEST : 4)) {
                    int start = start(bytes, 0);
                    starts.set(start);
                    byStart.computeIfAbsent(start, any -> new ArrayList<>()).add(new Sought(word, bytes));
                }
            }
        }
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** The first word that is met; empty when none is. */
    Optional<String> in(byte[] bytes) {
        for (int at = 0; at + 1 < bytes.length && !byStart.isEmpty(); at++) {
            int start = start(bytes, at);
            var found = starts.get(start) ? at(bytes, at, start) : null;
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private @Nullable String at(byte[] bytes, int at, int start) {
        for (var sought : byStart.getOrDefault(start, List.of())) {
            if (at + sought.bytes().length <= bytes.length
                    && java.util.Arrays.equals(bytes, at, at + sought.bytes().length, sought.bytes(), 0, sought.bytes().length)) {
                return sought.word();
            }
        }
        return null;
    }
}
