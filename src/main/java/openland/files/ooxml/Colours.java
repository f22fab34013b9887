package openland.files.ooxml;

/** Colours as six hexadecimal digits. */
final class Colours {
    static final String WHITE = "FFFFFF";
    static final String UNKNOWN = "";

    private Colours() {}

    /** Whether one cannot be told from the other. */
    static boolean alike(String one, String other) {
        if (!one.matches("[0-9A-Fa-f]{6}") || !other.matches("[0-9A-Fa-f]{6}")) {
            return false;
        }
        for (int i = 0; i < 6; i += 2) {
            if (Math.abs(Integer.parseInt(one.substring(i, i + 2), 16) - Integer.parseInt(other.substring(i, i + 2), 16)) > 12) {
                return false;
            }
        }
        return true;
    }

    /** The colour of a shading ({@code w:shd}), or unknown if there is none. */
    static String shading(Xml shading) {
        if (shading.attr("w:val").equals("solid")) {
            return named(shading.attr("w:color"), shading.attr("w:themeColor"));
        }
        return named(shading.attr("w:fill"), shading.attr("w:themeFill"));
    }

    /** A colour by value and theme name as Word writes both. */
    static String named(String value, String theme) {
        return switch (theme) {
            case "background1", "light1", "bg1", "lt1" -> value.matches("[0-9A-Fa-f]{6}") && !value.equals("000000") ? value : WHITE;
            default -> value.matches("[0-9A-Fa-f]{6}") ? value : UNKNOWN;
        };
    }

    static String highlight(String name) {
        return switch (name) {
            case "white" -> WHITE;
            case "black" -> "000000";
            case "yellow" -> "FFFF00";
            case "red" -> "FF0000";
            case "blue" -> "0000FF";
            case "green" -> "00FF00";
            case "cyan" -> "00FFFF";
            case "magenta" -> "FF00FF";
            default -> "808080";
        };
    }
}
