package openland.disclosure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.disclosure.Dossier;
import openland.disclosure.Dossiers;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dossiers (卷) for programs. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "dossiers", description = "一件事的全过程（卷）")
class DossierApi {
    private final Dossiers dossiers;
    private final SiteUrl site;

    DossierApi(Dossiers dossiers, SiteUrl site) {
        this.dossiers = dossiers;
        this.site = site;
    }

    record Row(UUID id, String type, String key, String lastPublishedAt, int pieces, String url) {}

    /** @param title null when it was withdrawn without its title */
    record Paper(UUID id, String indexNumber, @Nullable String title, String office, String publishedAt, int editions, boolean withdrawn, String url) {}

    /**
     * @param state   {@code done}, {@code late}, {@code missing}, {@code todo}, {@code withdrawn}
     * @param further how many pieces of it are not in {@code pieces}: all of them are at {@code /pieces?stage=}
     */
    record Step(String stage, String title, String state, List<Paper> pieces, int further, List<Owed> duties, @Nullable LocalDate agreedFor, @Nullable LocalDate notBefore) {}

    /** @param metBy null while it is owed */
    record Owed(String title, String office, String unit, @Nullable LocalDate dueOn, boolean provisional, boolean late, int lateByWorkingDays,
            @Nullable UUID metBy, List<String> derivation, String basis) {}

    record Whole(UUID id, String type, String title, String name, List<String> keys, List<Step> stages, Dossier.Comparison comparison,
            List<Dossier.Until> deadlines, String url) {}

    @GetMapping
    @Operation(summary = "有公开信息的卷，最近有公开的在前；key按编号或者文号查，type按类别查，after翻页")
    Keyset<Row> list(@RequestParam @Nullable String type, @RequestParam(defaultValue = "") String key, @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return dossiers.list(type, key, after, Keyset.limit(limit, 50)).map(row -> new Row(row.id(), row.type(), row.key(), row.lastAt().toString(), row.pieces(),
                site.of("/dossiers/" + row.id())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "一卷：各环节公开了什么、应在什么时候公开、缺什么，说的和做的对照，公民的期限")
    Whole one(@PathVariable UUID id) {
        var dossier = dossiers.find(dossiers.mergedInto(id).orElse(id)).orElseThrow(() -> Refusal.notFound("没有这一卷。"));
        return new Whole(dossier.id(), dossier.type().type(), dossier.type().title(), dossier.name(), dossier.keys(),
                dossier.steps().stream().map(this::step).toList(), dossier.comparison(), dossier.untils(), site.of("/dossiers/" + dossier.id()));
    }

    @GetMapping("/{id}/pieces")
    @Operation(summary = "一卷的一个环节公开的全部信息，最近的在前；stage是环节，after翻页")
    Keyset<Paper> pieces(@PathVariable UUID id, @RequestParam String stage, @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return dossiers.papers(id, stage, after, Keyset.limit(limit, 50)).map(this::paper);
    }

    private Step step(Dossier.Step step) {
        return new Step(step.stage(), step.title(), step.state().name().toLowerCase(Locale.ROOT), step.papers().stream().map(this::paper).toList(), step.further(),
                step.owed().stream().map(one -> new Owed(one.title(), one.office(), one.unit(), one.dueOn(), one.provisional(), one.late(), one.lateBy(),
                        one.piece(), one.reasons(), one.basis())).toList(), step.agreed(), step.notBefore());
    }

    private Paper paper(Dossier.Paper paper) {
        return new Paper(paper.piece(), paper.indexNumber(), paper.title(), paper.office(), paper.publishedAt().toString(), paper.editions(),
                paper.withdrawn() != null, site.of("/disclosures/" + paper.piece()));
    }
}
