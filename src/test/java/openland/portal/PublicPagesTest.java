package openland.portal;

import static openland.portal.DemoSite.HERE;
import static openland.portal.DemoSite.get;
import static openland.portal.DemoSite.page;
import static openland.portal.DemoSite.piece;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.disclosure.Disclosures;
import openland.disclosure.Withdrawing;
import openland.drafting.Drafting;
import openland.drafting.Draftroom;
import openland.drafting.Moving;
import openland.drafting.State;
import openland.ledger.Commitment;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The pages for everybody, of the demonstration. */
class PublicPagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SALT = Pattern.compile("printf ([0-9a-f]{32})");

    @Test
    void no_link_of_the_site_leads_nowhere() {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of("/"));
        while (!open.isEmpty() && seen.size() < 250) {
            var path = open.removeFirst();
            if (!seen.add(path)) {
                continue;
            }
            var answer = get(HERE, path);
            assertThat(answer.statusCode()).as(path).isIn(200, 303, 410);
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                var document = Jsoup.parse(answer.body(), "http://site" + path);
                document.select("a[href]").stream().map(link -> URI.create(link.absUrl("href")))
                        .filter(link -> "site".equals(link.getHost()))
                        .map(link -> link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                        .filter(link -> !link.contains("theme=") && !link.contains("care=") && !link.startsWith("/search?"))
                        .forEach(open::add);
            }
        }
        assertThat(seen).hasSizeGreaterThan(25).contains("/offices/DEMO349821", "/catalogue/policy.normative-document", "/ledger");
    }

    @Test
    void a_piece_shows_text_metadata_validity_and_how_to_verify_it() {
        var listed = piece("临时用地管理细则");
        var shown = Jsoup.parse(get(HERE, page(listed.id())).body());
        assertThat(shown.select("h1").text()).isEqualTo(listed.title());
        assertThat(shown.select(".state").text()).contains("现行有效", "有效期至2031年10月27日");
        assertThat(shown.select(".org").text()).contains("青自然资规〔2026〕5号");
        assertThat(shown.select(".doc").text()).contains("临时用地的使用期限一般不超过两年");
        assertThat(shown.select(".colophon").eachText().getFirst())
                .contains("索引号 " + listed.indexNumber(), "文号 青自然资规〔2026〕5号", "生成日期 2026年10月28日", "公开形式 网站、公报",
                        "公开方式 主动公开", "有效期 至2031年10月27日");
        assertThat(shown.select(".side a").eachAttr("href")).contains("/offices/DEMO349821");
        var canonical = get(HERE, page(listed.id()) + "/editions/1/canonical").body().getBytes(StandardCharsets.UTF_8);
        var salt = SALT.matcher(shown.select("#proof ~ details").text());
        assertThat(salt.find()).isTrue();
        var commitment = Commitment.of(HexFormat.of().parseHex(salt.group(1)), canonical);
        assertThat(shown.text()).contains(commitment.c1(), commitment.c2());
    }

    @Test
    void a_penalty_shows_its_own_fields() {
        var shown = Jsoup.parse(get(HERE, page(piece("柳河新型建材").id())).body());
        assertThat(shown.select(".doc table tr").eachText()).contains("罚款 64\u202f140元", "被处罚人 青禾县柳河新型建材有限公司");
    }

    @Test
    void an_index_number_leads_to_its_piece_also_with_a_slash_in_it() {
        var listed = piece("征地补偿安置方案公告");
        assertThat(listed.indexNumber()).contains("/");
        var answer = get(HERE, "/i/" + listed.indexNumber());
        assertThat(answer.statusCode()).isBetween(302, 303);
        assertThat(answer.headers().firstValue("Location")).contains(page(listed.id()));
        assertThat(get(HERE, "/i/DEMO349821/2026-99999").statusCode()).isEqualTo(404);
        assertThat(get(HERE, "/i/%E4%B8%8D").statusCode()).isEqualTo(404);
    }

    @Test
    void an_amended_piece_keeps_its_first_edition_which_says_that_it_is_superseded() {
        var listed = piece("汛后核查结果");
        amend(listed.id());
        var first = get(HERE, page(listed.id()) + "/editions/1").body();
        assertThat(first).contains("现在执行的是第2版", "href=\"" + page(listed.id()) + "\"");
        var newest = get(HERE, page(listed.id())).body();
        assertThat(newest).contains("历次版本", "第2版　本页", "修正后的正文").doesNotContain("现在执行的是第2版");
        var whole = JSON.readTree(get(HERE, "/api/v1/disclosures/" + listed.id()).body());
        assertThat(whole.get("edition").asInt()).isEqualTo(2);
        for (var pair : List.of("", "?from=2&to=1")) {
            assertThat(Jsoup.parse(get(HERE, page(listed.id()) + "/changes" + pair).body()).select(".diff ins").eachText()).as(pair).contains("修正");
        }
        assertThat(get(HERE, page(listed.id()) + "/changes?to=1").body()).contains("第1版之前没有可以对照的版本");
        assertThat(get(HERE, page(listed.id()) + "/changes?to=9").body()).contains("这件信息没有第9版");
        HERE.getBean(Withdrawing.class).withdraw(listed.id(), DemoSite.officer("leader"), "重复公开。", "", false);
        assertThat(get(HERE, page(listed.id()) + "/changes").statusCode()).isEqualTo(410);
        for (var edition : List.of("", "/editions/1", "/editions/2")) {
            var tombstone = get(HERE, page(listed.id()) + edition);
            assertThat(tombstone.statusCode()).isEqualTo(410);
            assertThat(tombstone.body()).contains("重复公开。", listed.indexNumber()).doesNotContain("汛后核查");
        }
    }

    private static void amend(UUID piece) {
        var id = UUID.randomUUID();
        var json = JSON.valueToTree(Map.of("item", "general.document", "office", "DEMO349821", "amends", piece.toString(),
                "title", "石桥村滑坡隐患点汛后核查结果", "producedOn", "2026-10-20", "body", "修正后的正文。"));
        HERE.getBean(Drafting.class).save(id, json, DemoSite.officer("drafter"));
        for (int i = 0; i < 10; i++) {
            for (var post : List.of("drafter", "secrecy", "leader", "head")) {
                var officer = DemoSite.officer(post);
                if (HERE.getBean(Draftroom.class).look(id, officer).draft().state() == State.PUBLISHED) {
                    return;
                }
                HERE.getBean(Draftroom.class).look(id, officer).forward()
                        .ifPresent(move -> HERE.getBean(Moving.class).move(id, move, "同意。", officer));
            }
        }
        throw new AssertionError("stands still");
    }

    /** Some packs ask for much and have no item; a list of domains would lead nowhere. */
    @Test
    void the_catalogue_lists_no_domain_that_has_no_item() {
        var links = Jsoup.parse(get(HERE, "/catalogue").body()).select("a[href*='domain=']").eachAttr("href");
        assertThat(links).anyMatch(href -> href.contains("domain=land-market")).noneMatch(href -> href.contains("domain=reports"));
        assertThat(get(HERE, "/catalogue?domain=reports").statusCode()).isEqualTo(get(HERE, "/catalogue?domain=no-such").statusCode()).isEqualTo(400);
    }

    @Test
    void home_and_lists_count_what_is_public() {
        var pieces = HERE.getBean(Disclosures.class).list(null, null, null, 1000).items();
        var norms = pieces.stream().filter(listed -> listed.item().equals("policy.normative-document")).count();
        var home = Jsoup.parse(get(HERE, "/").body());
        assertThat(home.select("#n + div .toc a").eachText()).contains(pieces.getFirst().title());
        assertThat(home.select(".side").text()).contains("已公开 " + pieces.size() + " 件", "账本现有");
        assertThat(Jsoup.parse(get(HERE, "/catalogue/policy.normative-document").body()).select("#list").text()).isEqualTo("已公开的" + norms + "件");
        assertThat(get(HERE, "/catalogue").body()).contains("已公开" + norms + "件", "7个工作日内");
        assertThat(get(HERE, "/catalogue/enforcement.penalty-decision").body()).contains("7个工作日内", "双公示", "个人信息隐去后公开");
        assertThat(get(HERE, "/catalogue/no.such").statusCode()).isEqualTo(404);
        assertThat(get(HERE, "/offices/NOWHERE").statusCode()).isEqualTo(404);
    }

    @Test
    void the_api_lists_by_office_with_all_below_it_and_pages_by_key() {
        var all = JSON.readTree(get(HERE, "/api/v1/disclosures?limit=1000&office=DEMO0001").body()).get("items");
        assertThat(all.size()).isEqualTo(HERE.getBean(Disclosures.class).list(null, null, null, 1000).items().size());
        var county = JSON.readTree(get(HERE, "/api/v1/disclosures?office=DEMO349821&limit=2").body());
        assertThat(county.get("items")).allMatch(row -> row.get("office").asString().equals("DEMO349821"));
        var next = JSON.readTree(get(HERE, "/api/v1/disclosures?office=DEMO349821&limit=2&after=" + county.get("next").asString()).body());
        assertThat(next.get("items").get(0).get("ledgerIndex").asLong()).isLessThan(county.get("items").get(1).get("ledgerIndex").asLong());
        assertThat(get(HERE, "/api/v1/disclosures?office=NONE").statusCode()).isEqualTo(404);
        assertThat(get(HERE, "/api/v1/disclosures?limit=0").statusCode()).isEqualTo(400);
        assertThat(get(HERE, "/api/v1/disclosures?after=%21").statusCode()).isEqualTo(400);
    }
}
