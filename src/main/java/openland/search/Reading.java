package openland.search;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Digests;
import openland.base.Time;
import openland.disclosure.Disclosures;
import openland.disclosure.Edition;
import openland.disclosure.Projection;
import openland.files.FileContent;
import openland.ledger.Entry;
import openland.office.Office;
import openland.office.Offices;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what ledger entries made public, for the index. */
@Component
class Reading {
    private static final int LONGEST_FIELD = 2_000_000;
    private static final String BLOCKS = "p,div,br,li,tr,td,th,h1,h2,h3,h4,h5,h6,caption,blockquote,pre";

    private final Disclosures disclosures;
    private final Offices offices;

    Reading(Disclosures disclosures, Offices offices) {
        this.disclosures = disclosures;
        this.offices = offices;
    }

    /**
     * What an entry does to the index. The edition is the one that the entry names, never a newer one that no checkpoint
     * covers yet; if it has been withdrawn since, nothing of the piece stays.
     */
    Optional<IndexChange> change(Entry entry) {
        var leaf = entry.leaf();
        return switch (leaf.type()) {
            case PUBLISH, AMEND, RECEIVED, VALIDITY_CHANGE -> Optional.ofNullable(leaf.edition()).map(number ->
                    disclosures.edition(entry.subject(), number).<IndexChange>map(edition -> new IndexChange.Put(searchable(edition)))
                            .orElseGet(() -> new IndexChange.Remove(entry.subject(), null)));
            case WITHDRAW -> Optional.of(new IndexChange.Remove(entry.subject(), leaf.edition()));
            case DEADLINE_MET, RECEIPT, DRAW_COMMIT, DRAW_RESULT, KEY_CHANGE -> Optional.empty();
        };
    }

    private Searchable searchable(Edition edition) {
        var shown = edition.projection();
        var office = offices.byCode(shown.office());
        return new Searchable(edition.disclosure(), edition.number(), edition.ledgerIndex(),
                Digests.hex(Digests.sha256(edition.canonical().getBytes(StandardCharsets.UTF_8))),
                edition.publishedAt(), dateOf(edition), shown.indexNumber(), shown.documentNumber(), shown.title(),
                shown.item(), shown.itemTitle(), office.map(Office::id).orElse(new UUID(0, 0)), shown.officeName(),
                office.map(Office::region).orElse(""), shown.category(), shown.genre(), shown.validity(),
                plain(shown.body()), rest(shown), files(edition));
    }

    private static LocalDate dateOf(Edition edition) {
        var shown = edition.projection();
        var date = shown.producedOn() != null ? shown.producedOn() : shown.originalPublishedOn();
        return date != null ? LocalDate.parse(date) : Time.dateOf(edition.publishedAt());
    }

    /** Everything beside title, body and numbers, a line each. */
    private static String rest(Projection shown) {
        var lines = new ArrayList<String>();
        shown.fields().forEach(field -> lines.add(field.label() + "：" + shortened(field.text())));
        lines.add(shown.officeName());
        lines.addAll(shown.jointOffices());
        lines.add(shown.itemTitle());
        for (var text : new @Nullable String[] {shown.category(), shown.genre(), shown.validity()}) {
            if (text != null) {
                lines.add(text);
            }
        }
        shown.attachments().forEach(file -> lines.add(file.name()));
        return String.join("\n", lines);
    }

    /** A table of twenty thousand rows is found by the words of its first ones. */
    private static String shortened(String text) {
        return text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD);
    }

    /** What can be read in its attachments, in their order. */
    private String files(Edition edition) {
        var attachments = edition.projection().attachments();
        if (attachments.isEmpty()) {
            return "";
        }
        var texts = disclosures.files(edition.disclosure(), edition.number());
        return attachments.stream().map(file -> texts.get(file.sha256())).filter(Objects::nonNull).map(FileContent::text)
                .collect(Collectors.joining("\n"));
    }

    private static String plain(@Nullable String html) {
        if (html == null) {
            return "";
        }
        var body = Jsoup.parseBodyFragment(html).body();
        body.select(BLOCKS).forEach(block -> block.before("\n").append("\n"));
        return body.wholeText().replaceAll("[ \\t]*\\n\\s*", "\n").strip();
    }

    /** The changes of consecutive entries, in order. */
    List<IndexChange> changes(List<Entry> entries) {
        return entries.stream().flatMap(entry -> change(entry).stream()).toList();
    }
}
