package openland.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import openland.base.Digests;
import org.jspecify.annotations.Nullable;

/** Published pieces, small enough to check by hand. */
final class Pieces {
    static final UUID YANTAI = new UUID(1, 1);

    private Pieces() {}

    static UUID id(int n) {
        return new UUID(7, n);
    }

    static Searchable piece(int n, @Nullable String number, String title, String body) {
        return edition(n, 1, n, number, title, body);
    }

    static Searchable edition(int n, int edition, long ledgerIndex, @Nullable String number, String title, String body) {
        var digest = Digests.hex(Digests.sha256((title + body).getBytes(StandardCharsets.UTF_8)));
        var date = LocalDate.of(2010 + n % 10, 6, 9);
        return new Searchable(id(n), edition, ledgerIndex, digest, Instant.parse("2026-11-20T01:00:00Z"), date,
                "014000060/2017-%05d".formatted(n), number, title, "test.item", "测试事项", YANTAI, "烟台市国土资源局", "370600",
                "国土资源、能源", "通知", n % 2 == 0 ? "有效" : null, body, "测试事项\n主送：各县市区局", "");
    }
}
