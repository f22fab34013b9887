package openland.form;

/** A remark (旁注) beside one field: why it cannot stay so, what to look at again, or what is right about it. */
public record Note(Kind kind, String head, String sentence) {
    /** How much it matters. */
    public enum Kind {
        /** Must be changed before the draft goes on. */ STOP("stop"),
        /** Please look again. */ ASK("ask"),
        /** Checked and good. */ GOOD("");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        /** The CSS class. */
        public String style() {
            return style;
        }
    }
}
