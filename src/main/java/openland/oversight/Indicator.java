package openland.oversight;

import openland.catalogue.Obligation;

/**
 * How a thing that must be so at all times (常态要求) stands with an office. It has no day, so it is never late; it is shown.
 *
 * @param because in words: by what the program, or somebody, knows it
 */
public record Indicator(Obligation obligation, Standing standing, String because) {
    /** Whether it is so. */
    public enum Standing {
        HOLDS("有"), FAILS("没有"), UNKNOWN("没有核对");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
