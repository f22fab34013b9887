package openland.journal;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of reading the whole chain.
 *
 * @param sealed how many entries fit, from the first one on
 * @param head   hash of the last seal that fits, hexadecimal; who writes it down can tell later whether the end was cut off
 * @param flaw   the first entry that does not fit; null when all do
 */
public record Verification(long sealed, String head, @Nullable Flaw flaw) {

    /** What is wrong with an entry. */
    public enum Kind {
        /** Its content, or its seal, is not what was sealed. */ CHANGED("内容与封存时不一致"),
        /** It was sealed but is no longer there, or its seal is not. */ MISSING("已被删除"),
        /** It is there, but nobody has sealed it for longer than a minute. */ UNSEALED("超过一分钟未封存");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Which entry ({@code n}) and what; {@code seq} is its place in the chain, 0 when it has none. */
    public record Flaw(Kind kind, long n, long seq) {}

    public boolean fits() {
        return flaw == null;
    }
}
