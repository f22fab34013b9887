package openland.ledger.web;

import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.ledger.Entry;
import openland.ledger.Ledger;
import openland.ledger.LogKeys;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ledger for people. */
@Controller
class LedgerPages {
    private static final int ROWS = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Ledger ledger;
    private final SiteUrl site;

    LedgerPages(Ledger ledger, SiteUrl site) {
        this.ledger = ledger;
        this.site = site;
    }

    /** @param at the entry to begin with; absent: the newest */
    @GetMapping("/ledger")
    ModelAndView page(@RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable Long at) {
        var checkpoint = ledger.latestCheckpoint();
        var keys = ledger.keys();
        if (checkpoint.isEmpty() || keys.isEmpty()) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, "公开账本正在启用，请稍后再试。");
        }
        var rows = Keyset.of(ledger.newest(at == null ? before(after) : at + 1, ROWS + 1), ROWS, entry -> Long.toString(entry.index()));
        var state = new LedgerState(keys.get().origin(), checkpoint.get().size(), Base64.getEncoder().encodeToString(checkpoint.get().root()),
                TIME.format(Time.localTimeOf(checkpoint.get().signedAt())), checkpoint.get().note(), LogKeys.lines(keys.get().at(checkpoint.get().size())), site.of(""));
        return new ModelAndView("ledger/ledger", Map.of("state", state, "rows", rows.map(LedgerPages::row)));
    }

    private static long before(@Nullable String after) {
        var key = Keyset.decode(after);
        try {
            return key == null ? Long.MAX_VALUE : Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }

    private static LedgerRow row(Entry entry) {
        var leaf = entry.leaf();
        return new LedgerRow(entry.index(), TIME.format(Time.localTimeOf(leaf.time())), leaf.type().label(), leaf.issuer(),
                leaf.indexNumber() == null ? "" : leaf.indexNumber(), leaf.edition() == null ? "" : "第" + leaf.edition() + "版",
                leaf.type().isAboutPiece() ? "/disclosures/" + entry.subject() : "");
    }
}
