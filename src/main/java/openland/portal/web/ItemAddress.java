package openland.portal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a filtered list; changing one parameter makes the address of another one, at its first page. */
public record ItemAddress(String path, Map<String, String> parameters) {
    ItemAddress with(String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new ItemAddress(path, changed);
    }

    /** The same filters at another path. */
    public ItemAddress at(String other) {
        return new ItemAddress(other, parameters);
    }

    public String href() {
        return parameters.isEmpty() ? path : path + "?" + query();
    }

    /** What a further parameter is to be added to. */
    String hrefFor(String name) {
        return path + "?" + (parameters.isEmpty() ? "" : query() + "&") + name + "=";
    }

    private String query() {
        return parameters.entrySet().stream().map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
