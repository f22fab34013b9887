package openland.disclosure.web;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/** An address of ours with what somebody typed in it. */
public final class Address {
    private Address() {}

    /** @param more names and values in turn; empty values are left out, all others encoded */
    public static String of(String path, String... more) {
        var uri = UriComponentsBuilder.fromPath(path);
        var values = new TreeMap<String, Object>();
        for (int i = 0; i < more.length; i += 2) {
            if (!more[i + 1].isEmpty()) {
                uri.queryParam(more[i], "{" + more[i] + "}");
                values.put(more[i], more[i + 1]);
            }
        }
        return uri.encode().buildAndExpand((Map<String, ?>) values).toUriString();
    }
}
