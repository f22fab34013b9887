package openland.disclosure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Digests;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.disclosure.Disclosures;
import openland.disclosure.Edition;
import openland.disclosure.Listed;
import openland.disclosure.Projection;
import openland.office.Office;
import openland.office.Offices;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Published pieces for programs. */
@RestController
@RequestMapping("/api/v1/disclosures")
@Tag(name = "disclosures", description = "已公开的政府信息")
class DisclosureApi {
    private final Disclosures disclosures;
    private final Offices offices;
    private final SiteUrl site;

    DisclosureApi(Disclosures disclosures, Offices offices, SiteUrl site) {
        this.disclosures = disclosures;
        this.offices = offices;
        this.site = site;
    }

    record Row(UUID id, String indexNumber, @Nullable String documentNumber, String title, String item, String office,
            int edition, @Nullable String producedOn, String publishedAt, @Nullable String validity, long ledgerIndex, String url) {}

    /** @param fields name → public value; {@code salt} in hexadecimal opens the ledger's commitment */
    record Whole(UUID id, String indexNumber, @Nullable String documentNumber, String title, String item, String office,
            int edition, @Nullable String producedOn, String publishedAt, @Nullable String originalPublishedOn,
            @Nullable String validity, @Nullable String category, @Nullable String genre, @Nullable String medium,
            String accessMode, String audience, @Nullable String expiresOn, @Nullable String body, long ledgerIndex,
            String salt, String canonical, String url, Map<String, JsonNode> fields, List<Projection.Attachment> attachments) {}

    @GetMapping
    @Operation(summary = "已公开的信息，新的在前；office用机构代码（含下级），after翻页，limit至多1000")
    Keyset<Row> list(@RequestParam @Nullable String office, @RequestParam @Nullable String item,
            @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return disclosures.list(subtree(office), item, after, Keyset.limit(limit, 50)).map(this::row);
    }

    private @Nullable Set<UUID> subtree(@Nullable String office) {
        if (office == null || office.isBlank()) {
            return null;
        }
        var root = offices.byCode(office).orElseThrow(() -> Refusal.notFound("没有代码为“" + office + "”的机构。"));
        return offices.subtree(root.id()).stream().map(Office::id).collect(Collectors.toSet());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一件信息；已撤回的答410和理由")
    Whole one(@PathVariable UUID id) {
        var piece = disclosures.find(id).orElseThrow(() -> Refusal.notFound("没有这件信息。"));
        var edition = Optional.ofNullable(piece.current()).orElseThrow(() -> new Refusal(Reason.GONE,
                "这件信息已经撤回：" + (piece.withdrawn() == null ? "" : piece.withdrawn().ground())));
        return whole(id, edition);
    }

    private Row row(Listed listed) {
        return new Row(listed.id(), listed.indexNumber(), listed.documentNumber(), listed.title(), listed.item(),
                offices.byId(listed.office()).map(Office::code).orElse(""), listed.edition(),
                listed.producedOn() == null ? null : listed.producedOn().toString(), listed.publishedAt().toString(),
                listed.validity(), listed.ledgerIndex(), site.of("/disclosures/" + listed.id()));
    }

    private Whole whole(UUID id, Edition edition) {
        var shown = edition.projection();
        var fields = new LinkedHashMap<String, JsonNode>();
        shown.fields().forEach(field -> fields.put(field.name(), field.value()));
        var url = site.of("/disclosures/" + id);
        return new Whole(id, shown.indexNumber(), shown.documentNumber(), shown.title(), shown.item(), shown.office(),
                edition.number(), shown.producedOn(), shown.publishedAt(), shown.originalPublishedOn(), shown.validity(),
                shown.category(), shown.genre(), shown.medium(), shown.accessMode(), shown.audience(), shown.expiresOn(),
                shown.body(), edition.ledgerIndex(), Digests.hex(edition.salt()),
                url + "/editions/" + edition.number() + "/canonical", url, fields, shown.attachments());
    }
}
