package openland.portal;

import static openland.portal.DemoSite.HERE;
import static openland.portal.DemoSite.THERE;
import static openland.portal.DemoSite.get;
import static openland.portal.DemoSite.newestOf;
import static openland.portal.DemoSite.officer;
import static openland.portal.DemoSite.page;
import static openland.portal.DemoSite.piece;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import openland.disclosure.Withdrawing;
import openland.ledger.Contact;
import openland.ledger.Entry;
import openland.ledger.Ledger;
import openland.portal.PageCache.Page;
import org.junit.jupiter.api.Test;

class PageCacheTest {
    @Test
    void what_one_node_withdrew_is_gone_on_the_other_when_the_withdrawal_is_acknowledged() {
        var piece = newestOf("DEMO349821");
        var pages = List.of(page(piece.id()), page(piece.id()) + "/editions/1", page(piece.id()) + "/editions/1/canonical",
                "/", "/catalogue/" + piece.item(), "/offices/DEMO349821", "/api/v1/disclosures", "/api/v1/disclosures/" + piece.id());
        for (var path : pages) {
            assertThat(get(THERE, path).body()).as(path).contains(piece.title());
            assertThat(get(THERE, path).statusCode()).as(path).isEqualTo(200);
        }
        HERE.getBean(Withdrawing.class).withdraw(piece.id(), officer("leader"), "数字有误，更正后重新公开。", "", false);
        for (var path : pages) {
            assertThat(get(THERE, path).body()).as("there: " + path).doesNotContain(piece.title());
            assertThat(get(HERE, path).body()).as("here: " + path).doesNotContain(piece.title());
        }
        for (var node : List.of(HERE, THERE)) {
            var tombstone = get(node, page(piece.id()));
            assertThat(tombstone.statusCode()).isEqualTo(410);
            assertThat(tombstone.body()).contains(piece.indexNumber(), "数字有误，更正后重新公开。");
        }
        assertThat(get(THERE, page(piece.id()) + "/editions/1/canonical").statusCode()).isEqualTo(410);
        assertThat(get(THERE, "/api/v1/disclosures/" + piece.id()).statusCode()).isEqualTo(410);
        assertThat(get(THERE, "/api/v1/disclosures/" + piece.id()).body()).contains("数字有误，更正后重新公开。");
    }

    @Test
    void a_page_is_kept_with_a_tag_and_told_unchanged() {
        var cache = THERE.getBean(PageCache.class);
        var first = get(THERE, "/catalogue");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(get(THERE, "/catalogue", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(THERE, "/catalogue", "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
        assertThat(get(THERE, "/catalogue", "Cookie", "theme=dark").body()).contains("data-theme=\"dark\"");
        assertThat(get(THERE, "/catalogue").body()).doesNotContain("data-theme=\"dark\"");
        assertThat(cache.size()).isPositive();
    }

    @Test
    void who_shows_a_session_or_a_token_is_not_served_from_the_cache() {
        assertThat(get(HERE, "/offices", "Cookie", "openland=whatever").headers().firstValue("ETag")).isEmpty();
        assertThat(get(HERE, "/api/v1/offices", "Authorization", "Bearer none").headers().firstValue("Cache-Control"))
                .isNotEqualTo(get(HERE, "/api/v1/offices").headers().firstValue("Cache-Control"));
    }

    @Test
    void a_page_whose_rendering_began_before_a_purge_is_not_kept_after_it() {
        var cache = new PageCache(HERE.getBean(Contact.class));
        var piece = UUID.randomUUID();
        var page = new Page(200, "text/html", new byte[] {1}, new byte[] {2}, "tag", piece);
        long begun = cache.generation();
        cache.read(List.of(entryOf(piece)));
        cache.keep("/late", page, begun);
        assertThat(cache.find("/late")).isEmpty();
        cache.keep("/new", page, cache.generation());
        assertThat(cache.find("/new")).isPresent();
    }

    @Test
    void a_node_out_of_touch_with_the_database_serves_nothing_of_what_it_keeps() {
        var cache = new PageCache(new Contact());
        cache.keep("/kept", pageOf(UUID.randomUUID()), cache.generation());
        assertThat(cache.size()).isEqualTo(1);
        assertThat(cache.find("/kept")).isEmpty();
    }

    @Test
    void an_entry_throws_out_its_own_piece_and_every_list_and_leaves_the_other_pieces() {
        var cache = new PageCache(HERE.getBean(Contact.class));
        var changed = UUID.randomUUID();
        cache.keep("/changed", pageOf(changed), cache.generation());
        cache.keep("/other", pageOf(UUID.randomUUID()), cache.generation());
        cache.keep("/list", new Page(200, "text/html", new byte[1], new byte[1], "tag", null), cache.generation());
        cache.read(List.of(entryOf(changed)));
        assertThat(cache.find("/changed")).isEmpty();
        assertThat(cache.find("/list")).isEmpty();
        assertThat(cache.find("/other")).isPresent();
    }

    private static Page pageOf(UUID piece) {
        return new Page(200, "text/html", new byte[1], new byte[1], "tag", piece);
    }

    private static Entry entryOf(UUID piece) {
        var first = HERE.getBean(Ledger.class).entries(0, 1).getFirst();
        return new Entry(first.index(), piece, first.leaf(), first.text());
    }
}
