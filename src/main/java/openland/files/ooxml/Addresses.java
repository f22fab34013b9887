package openland.files.ooxml;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses that a published file may point to: web pages and mail, but nothing on a disk or in an office's own network. */
final class Addresses {
    private static final Pattern PRIVATE = Pattern.compile(
            "localhost|(10|127|0)\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[.*|\\d+|.*\\.(local|lan|internal|intranet)");

    private Addresses() {}

    static boolean isPublic(String address) {
        if (address.startsWith("#")) {
            return true;
        }
        try {
            var uri = new URI(address.strip().replace(" ", "%20"));
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (scheme.equals("mailto")) {
                return true;
            }
            var host = uri.getHost();
            return (scheme.equals("http") || scheme.equals("https")) && host != null && uri.getUserInfo() == null
                    && host.contains(".") && !PRIVATE.matcher(host.toLowerCase(Locale.ROOT)).matches();
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
