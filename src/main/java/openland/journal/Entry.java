package openland.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import openland.base.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** One row of the journal as it was kept; {@code n} grows with time but may have gaps. */
public record Entry(
        long n,
        UUID id,
        Instant at,
        String act,
        @Nullable UUID officer,
        @Nullable UUID office,
        String subject,
        Map<String, Object> detail) {

    /** What the seal is taken of. */
    byte[] canonical() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("n", n);
        content.put("id", id.toString());
        content.put("at", at.toString());
        content.put("act", act);
        content.put("officer", officer == null ? null : officer.toString());
        content.put("office", office == null ? null : office.toString());
        content.put("subject", subject);
        content.put("detail", detail);
        return CanonicalJson.bytes(content);
    }
}
