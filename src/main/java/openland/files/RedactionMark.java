package openland.files;

import openland.base.Refusal;

/**
 * An area of a page that the public must not see (遮盖), and the ground in law for it (理由).
 *
 * @param page   from 1
 * @param x      from the left, as a part of the page's width as a reader looks at it, 0 to 1
 * @param y      from above, as a part of its height
 * @param width  as a part of the page's width
 * @param height as a part of its height
 * @param ground in a few words, painted on the area and read to those who cannot see it: 个人隐私
 */
public record RedactionMark(int page, double x, double y, double width, double height, String ground) {
    /** The longest ground, in signs. */
    public static final int LONGEST_GROUND = 30;

    /** @throws Refusal when it lies outside the page, is no area, or has no ground */
    public RedactionMark {
        ground = ground(ground);
        boolean numbers = Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(width) && Double.isFinite(height);
        if (!numbers || page < 1 || width <= 0 || height <= 0 || x >= 1 || y >= 1 || x + width <= 0 || y + height <= 0) {
            throw Refusal.invalid("遮盖的位置不对：应当是页面之内的一块长方形。");
        }
        double right = Math.min(1, x + width);
        double bottom = Math.min(1, y + height);
        x = Math.max(0, x);
        y = Math.max(0, y);
        width = right - x;
        height = bottom - y;
    }

    static String ground(String given) {
        var ground = given.strip();
        if (ground.isEmpty() || ground.length() > LONGEST_GROUND || ground.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("每处遮盖都要写明理由，1到" + LONGEST_GROUND + "个字，例如：个人隐私。");
        }
        return ground;
    }

    /** What stands for it where there is only text. */
    public static String said(String ground) {
        return "【遮盖：" + ground + "】";
    }
}
