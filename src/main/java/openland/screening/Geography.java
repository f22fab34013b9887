package openland.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openland.screening.Finding.Kind;
import openland.screening.Watchlist.Met;

/** How exactly a text tells a place: the last digit of its coordinates, and how much land its maps show. */
final class Geography {
    private static final double METRES_A_DEGREE = 111_000;
    private static final double METRES_A_SECOND = 31;
    private static final int MOST = 50;
    private static final String LONGITUDE = "(?:7[3-9]|[89]\\d|1[0-2]\\d|13[0-5])\\.(\\d{1,12})";
    private static final String LATITUDE = "(?:[3-9]|[1-4]\\d|5[0-3])\\.(\\d{1,12})";
    private static final Pattern DEGREES = Pattern.compile("(?<![\\d.])" + LONGITUDE + "[^\\d\\n]{1,12}" + LATITUDE + "(?!\\d)");
    private static final Pattern DEGREES_TURNED = Pattern.compile("(?<![\\d.])" + LATITUDE + "[^\\d\\n]{1,12}" + LONGITUDE + "(?!\\d)");
    private static final Pattern SECONDS = Pattern.compile("(?<!\\d)\\d{1,3}[°度]\\d{1,2}[′'分]\\d{1,2}(?:\\.(\\d{1,8}))?[″\"秒]");
    private static final Pattern METRES = Pattern.compile("(?<![\\d.])[2-5]\\d{6}(?:\\.(\\d{1,4}))?[^\\d\\n]{1,6}(?:1[3-9]|2[0-3]|2[5-9]|3\\d|4[0-5])?\\d{6}(?:\\.(\\d{1,4}))?(?!\\d)");
    private static final Pattern MAP = Pattern.compile("(?:地图|影像图?|地形图|规划图|图幅|测绘成果)[^。\\n]{0,40}?(\\d[\\d,]{0,12}(?:\\.\\d{1,6})?) ?(平方公里|平方千米|km²|km2|公顷|亩)");

    private Geography() {}

    static List<Met> in(String text, Watch watch) {
        var narrow = Narrow.of(text);
        var met = new ArrayList<Met>();
        var metres = watch.metres();
        if (metres != null) {
            coordinates(DEGREES, metres / METRES_A_DEGREE, watch, narrow, met);
            coordinates(DEGREES_TURNED, metres / METRES_A_DEGREE, watch, narrow, met);
            coordinates(SECONDS, metres / METRES_A_SECOND, watch, narrow, met);
            coordinates(METRES, metres, watch, narrow, met);
        }
        var squareKm = watch.squareKm();
        if (squareKm != null) {
            maps(squareKm, watch, narrow, met);
        }
        return met;
    }

    /** @param least the smallest unit of the last digit that may be shown, in units of the first */
    private static void coordinates(Pattern pattern, double least, Watch watch, Narrow narrow, List<Met> met) {
        var found = pattern.matcher(narrow.text);
        while (met.size() < MOST && found.find()) {
            if (Math.pow(10, -decimals(found)) < least) {
                met.add(new Met(watch, Kind.COORDINATES, found.group(), narrow.origin(found.start()), narrow.originOfEnd(found.end())));
            }
        }
    }

    /** Of a pair, those of the more exact number. */
    private static int decimals(Matcher found) {
        int decimals = 0;
        for (int i = 1; i <= found.groupCount(); i++) {
            decimals = Math.max(decimals, found.group(i) == null ? 0 : found.group(i).length());
        }
        return decimals;
    }

    private static void maps(double most, Watch watch, Narrow narrow, List<Met> met) {
        var found = MAP.matcher(narrow.text);
        while (met.size() < MOST && found.find()) {
            double area = Double.parseDouble(found.group(1).replace(",", "")) * switch (found.group(2)) {
                case "公顷" -> 0.01;
                case "亩" -> 1 / 1500.0;
                default -> 1;
            };
            if (area > most) {
                met.add(new Met(watch, Kind.MAP, found.group(), narrow.origin(found.start()), narrow.originOfEnd(found.end())));
            }
        }
    }
}
