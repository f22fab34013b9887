package openland.crash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The outside client: drafts, follows {@code forward} with the tokens of three officers, amends, withdraws. */
final class Publisher {
    static final String OFFICE = "DEMO349821";
    private static final List<String> PATH = List.of("drafter", "secrecy", "leader");
    static final String AMENDED = "修订";
    private static final int LONGEST_PATH = 30;

    private final CrashPlan plan;
    private final Web web;
    private final Book book;
    private final Map<String, String> tokens = new TreeMap<>();

    Publisher(CrashPlan plan, Web web, Book book, String password) {
        this.plan = plan;
        this.web = web;
        this.book = book;
        for (var officer : PATH) {
            tokens.put(officer, web.token(officer, password));
        }
    }

    /** Publishes the piece of that number and does with it what the plan says. */
    void piece(int number) {
        var title = "第%04d件信息（%x）".formatted(number, plan.seed());
        var disclosure = publish(title, 1, null);
        if (plan.isAmended(number)) {
            publish(title + AMENDED, 2, disclosure);
        }
        if (plan.isWithdrawn(number)) {
            withdraw(disclosure, title);
        }
    }

    private UUID publish(String title, int edition, @Nullable UUID amends) {
        var path = "/api/v1/drafts/" + UUID.randomUUID();
        var draft = draft(title, amends);
        var begun = System.nanoTime();
        var view = web.insist("PUT", path, tokens.get("drafter"), draft);
        for (int i = 0; !isPublished(view); i++) {
            var officer = PATH.get(i % PATH.size());
            view = web.insist("GET", path, tokens.get(officer), null);
            while (!isPublished(view) && !view.get("forward").isNull()) {
                begun = System.nanoTime();
                view = move(path, officer, view.get("forward").asString());
            }
            if (i > LONGEST_PATH) {
                throw new IllegalStateException("Nobody can move " + path + ": " + view);
            }
        }
        var disclosure = disclosure(view);
        book.told.add(new Book.Told(disclosure, edition, title, begun, System.nanoTime()));
        if (amends == null && !disclosure.equals(again(path, draft))) {
            book.wrong("repeating the publication of " + disclosure + " made another piece");
        }
        return disclosure;
    }

    private static Map<String, Object> draft(String title, @Nullable UUID amends) {
        var draft = new LinkedHashMap<String, Object>(Map.of("item", "general.document", "office", OFFICE, "title", title,
                "body", "各股室：\n现将" + title + "公开，请照此办理。", "producedOn", "2026-11-02"));
        if (amends != null) {
            draft.put("amends", amends.toString());
        }
        return draft;
    }

    /** Does once more what was acknowledged already, as a client does that lost the answer. */
    private UUID again(String path, Map<String, Object> draft) {
        web.insist("PUT", path, tokens.get("drafter"), draft);
        return disclosure(move(path, "leader", "publish"));
    }

    private static UUID disclosure(JsonNode view) {
        return UUID.fromString(view.get("disclosure").asString());
    }

    private JsonNode move(String path, String officer, String move) {
        return web.insist("POST", path + "/moves", tokens.get(officer), Map.of("move", move, "remark", "同意公开。"));
    }

    private static boolean isPublished(JsonNode view) {
        return view.get("state").asString().equals("published");
    }

    private void withdraw(UUID disclosure, String title) {
        book.doomed.put(disclosure, title);
        web.insist("POST", "/api/v1/disclosures/" + disclosure + "/withdraw", tokens.get("leader"),
                Map.of("ground", "内容有误，撤回", "remark", ""));
        book.withdrawn.add(disclosure);
    }
}
