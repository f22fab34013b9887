package openland.files.fixed;

import openland.base.Refusal;

/** How much work the pages of one file may cost altogether. */
final class PageBudget {
    private long operators = 20_000_000;
    private long glyphs = 5_000_000;
    private long pixels = 20_000_000_000L;

    void operator() {
        operators = spend(operators, 1);
    }

    /** To enter a form costs as much as many operators. */
    void form() {
        operators = spend(operators, 200);
    }

    void glyph() {
        glyphs = spend(glyphs, 1);
    }

    void pixels(double painted) {
        pixels = spend(pixels, 1_000 + (long) painted);
    }

    private static long spend(long left, long cost) {
        if (left < cost) {
            throw Refusal.invalid("这个PDF的页面太复杂，无法检查。请拆分，或另存为较简单的PDF后再传。");
        }
        return left - cost;
    }
}
