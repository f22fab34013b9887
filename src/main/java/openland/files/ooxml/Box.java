package openland.files.ooxml;

import java.util.Optional;

/** Where a shape stands, in EMU. */
record Box(long left, long top, long width, long height) {
    static Optional<Box> of(Xml shape, String prefix) {
        var frame = shape.at(prefix + ":spPr", "a:xfrm").or(() -> shape.at(prefix + ":grpSpPr", "a:xfrm")).or(() -> shape.child(prefix + ":xfrm"));
        var from = frame.flatMap(found -> found.child("a:off"));
        var extent = frame.flatMap(found -> found.child("a:ext"));
        return from.isEmpty() || extent.isEmpty() ? Optional.empty()
                : Optional.of(new Box(number(from.get(), "x"), number(from.get(), "y"), number(extent.get(), "cx"), number(extent.get(), "cy")));
    }

    private static long number(Xml element, String key) {
        return element.attr(key).matches("-?\\d{1,12}") ? Long.parseLong(element.attr(key)) : 0;
    }

    boolean isOutside(long pageWidth, long pageHeight) {
        return left + width <= 0 || top + height <= 0 || left >= pageWidth || top >= pageHeight;
    }

    boolean meets(Box other) {
        return left < other.left + other.width && other.left < left + width && top < other.top + other.height && other.top < top + height;
    }
}
