package openland.files.fixed;

import java.util.ArrayList;
import java.util.List;
import openland.base.Refusal;
import openland.files.Hidden;
import openland.files.Hidden.Kind;

/**
 * Pictures in memory, whether a file or part of one: PNG, JPEG, GIF, TIFF, WebP, BMP. They are walked piece by piece and
 * never decoded with loss: what is not needed to show the picture is left out, the rest stays byte for byte.
 */
public final class Pictures {
    /** The largest picture, in pixels: a larger one would take more memory to show than a telephone has. */
    public static final long MOST_PIXELS = 100_000_000;

    private Pictures() {}

    /** Whether the bytes begin as a picture of a format that this class knows. */
    public static boolean knows(byte[] picture) {
        return Jpeg.is(picture) || Png.is(picture) || Gif.is(picture) || Tiff.is(picture) || Webp.is(picture) || Bmp.is(picture);
    }

    /**
     * The picture without what it hides; which way is up stays known. The same input gives the same bytes.
     *
     * @throws Refusal INVALID when it is damaged, larger than {@link #MOST_PIXELS}, or none that {@link #knows}
     */
    public static byte[] withoutMetadata(byte[] picture) {
        return copy(picture, false);
    }

    /** @param place for all that is found @throws Refusal as {@link #withoutMetadata} */
    public static List<Hidden> hidden(byte[] picture, String place) {
        var walk = new Walk(false);
        walk(picture, walk);
        var found = new ArrayList<>(walk.found(place));
        if (Png.is(picture) && Transparent.cleared(picture) != null) {
            found.add(new Hidden(Kind.PICTURE_METADATA, place, "全透明处的颜色"));
        }
        return List.copyOf(found);
    }

    /** @param thorough only the first picture of an animation stays */
    static byte[] copy(byte[] picture, boolean thorough) {
        var walk = new Walk(thorough);
        walk(picture, walk);
        var copy = walk.bytes();
        var cleared = Png.is(copy) ? Transparent.cleared(copy) : null;
        if (cleared == null) {
            return copy;
        }
        var again = new Walk(thorough);
        walk(cleared, again);
        return again.bytes();
    }

    /** Throws when the header promises more pixels than allowed: before anything is decoded. */
    static void mustBeOfSensibleSize(byte[] picture) {
        var size = size(picture);
        if (size[0] <= 0 || size[1] <= 0) {
            throw Bytes.damaged();
        }
        if (size[0] > MOST_PIXELS || size[1] > MOST_PIXELS || size[0] * size[1] > MOST_PIXELS) {
            throw Refusal.invalid("图片有" + size[0] + "×" + size[1] + "像素，超过1亿像素，请缩小后再传。");
        }
    }

    private static long[] size(byte[] picture) {
        if (Jpeg.is(picture)) {
            return Jpeg.size(picture);
        }
        if (Png.is(picture)) {
            return Png.size(picture);
        }
        if (Gif.is(picture)) {
            return Gif.size(picture);
        }
        if (Tiff.is(picture)) {
            return Tiff.size(picture);
        }
        if (Webp.is(picture)) {
            return Webp.size(picture);
        }
        return Bmp.size(picture);
    }

    private static void walk(byte[] picture, Walk walk) {
        if (!knows(picture)) {
            throw Refusal.invalid("图片格式无法识别，请另存为PNG或JPEG后再传。");
        }
        mustBeOfSensibleSize(picture);
        if (Jpeg.is(picture)) {
            Jpeg.walk(picture, walk);
        } else if (Png.is(picture)) {
            Png.walk(picture, walk);
        } else if (Gif.is(picture)) {
            Gif.walk(picture, walk);
        } else if (Tiff.is(picture)) {
            Tiff.walk(picture, walk);
        } else if (Webp.is(picture)) {
            Webp.walk(picture, walk);
        } else {
            Bmp.walk(picture, walk);
        }
    }
}
