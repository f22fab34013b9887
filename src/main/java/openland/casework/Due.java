package openland.casework;

import java.time.Instant;

/**
 * Something an officer's desk must not miss (要办的事), with its day and the reason of that day.
 *
 * @param title   what people call it
 * @param kind    what it is, in words
 * @param address where to do it
 * @param at      by when, or since when it waits; lists are sorted by it
 * @param haste   how near it is
 * @param left    in words: 还有2个工作日
 * @param reason  why that day, in words
 * @param holder  in whose hands it is
 * @param next    what the link to it says; empty when it is not his move
 */
public record Due(String title, String kind, String address, Instant at, Haste haste, String left, String reason, String holder,
        String next) {

    /** How near a day is: red, amber, green; always said in words too. */
    public enum Haste {
        /** The day has passed. */ LATE("r3", "已经逾期"),
        /** Within three working days, or waiting for longer than that. */ SOON("r2", "三个工作日内"),
        /** There is time. */ CALM("r1", "从容");

        private final String style;
        private final String label;

        Haste(String style, String label) {
            this.style = style;
            this.label = label;
        }

        /** The CSS class. */
        public String style() {
            return style;
        }

        /** In Chinese, for people. */
        public String label() {
            return label;
        }
    }
}
