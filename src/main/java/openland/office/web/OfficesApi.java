package openland.office.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.office.Level;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The offices, for every program. */
@RestController
@RequestMapping("/api/v1/offices")
class OfficesApi {
    private static final int USUAL = 100;

    /** An office outside: {@code parent} is a code. */
    record OfficeShape(String code, String name, Level level, String region, @Nullable String parent) {}

    private final Offices offices;

    OfficesApi(Offices offices) {
        this.offices = offices;
    }

    /** Top down, by code. */
    @GetMapping
    ResponseEntity<Keyset<OfficeShape>> list(@RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var codes = new HashMap<UUID, String>();
        offices.all().forEach(office -> codes.put(office.id(), office.code()));
        return tagged(offices.page(after, Keyset.limit(limit, USUAL)).map(office -> shape(office, codes)));
    }

    /** One office; an old code finds the office as it is now, or as it was when it ended. */
    @GetMapping("/{code}")
    ResponseEntity<OfficeShape> one(@PathVariable String code) {
        var office = offices.byCode(code).orElseThrow(() -> Refusal.notFound("没有代码为" + code + "的机构。"));
        var codes = new HashMap<UUID, String>();
        if (office.parent() != null) {
            offices.byId(office.parent()).ifPresent(parent -> codes.put(parent.id(), parent.code()));
        }
        return tagged(shape(office, codes));
    }

    private static OfficeShape shape(Office office, Map<UUID, String> codes) {
        var parent = office.parent() == null ? null : codes.get(office.parent());
        return new OfficeShape(office.code(), office.name(), office.level(), office.region(), parent);
    }

    /** Spring answers 304 when the client names the same tag. */
    private static <T> ResponseEntity<T> tagged(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache())
                .eTag(Digests.hex(Digests.sha256(CanonicalJson.bytes(body))).substring(0, 32)).body(body);
    }
}
