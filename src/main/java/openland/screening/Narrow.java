package openland.screening;

import org.jspecify.annotations.Nullable;

/** A text in half width and without invisible signs, with the way back to the places of the text as it was. */
final class Narrow {
    final String text;
    private final int @Nullable [] origin;

    private Narrow(String text, int @Nullable [] origin) {
        this.text = text;
        this.origin = origin;
    }

    static Narrow of(String wide) {
        var narrow = new StringBuilder(wide.length());
        var origin = new int[wide.length() + 1];
        for (int i = 0; i < wide.length(); i++) {
            char c = wide.charAt(i);
            if (!isInvisible(c)) {
                origin[narrow.length()] = i;
                narrow.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c == '\u3000' || c == '\u00a0' ? ' ' : c);
            }
        }
        origin[narrow.length()] = wide.length();
        return new Narrow(narrow.toString(), narrow.length() == wide.length() ? null : origin);
    }

    /** The place in the text as it was. */
    int origin(int at) {
        return origin == null ? at : origin[at];
    }

    /** The end, exclusive, of what ends before {@code at}. */
    int originOfEnd(int at) {
        return at == 0 ? origin(0) : origin(at - 1) + 1;
    }

    private static boolean isInvisible(char c) {
        return switch (c) {
            case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u180e' -> true;
            default -> false;
        };
    }
}
