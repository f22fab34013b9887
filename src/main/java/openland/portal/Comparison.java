package openland.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import openland.disclosure.Publications.Publication;
import openland.disclosure.Publications.Taken;
import openland.ledger.Entry;
import openland.search.Indexed;
import org.jspecify.annotations.Nullable;

/** Walks the ledger from its first entry beside the tables, and knows at each place which editions are public. */
final class Comparison {
    private static final int MOST = 1000;

    private final Predicate<String> isStored;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<UUID, Indexed> standing = new HashMap<>();
    private long next;

    /** @param isStored whether the store has the file of this SHA-256 */
    Comparison(Predicate<String> isStored) {
        this.isStored = isStored;
    }

    /** The first entry not walked over yet. */
    long next() {
        return next;
    }

    long pieces() {
        return standing.size();
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    void add(String between, @Nullable UUID disclosure, @Nullable Long entry, String sentence) {
        if (differences.size() < MOST) {
            differences.add(new Difference(between, disclosure, entry, sentence));
        }
    }

    /** Walks over consecutive entries, with what the tables hold of them. */
    void walk(List<Entry> entries, List<Publication> publications, List<Taken> withdrawals) {
        var published = new TreeMap<Long, Publication>();
        publications.forEach(row -> published.put(row.ledgerIndex(), row));
        var taken = new TreeMap<Long, Taken>();
        withdrawals.forEach(row -> taken.put(row.ledgerIndex(), row));
        for (var entry : entries) {
            next = entry.index() + 1;
            switch (entry.leaf().type()) {
                case PUBLISH, AMEND, RECEIVED -> publish(entry, published.remove(entry.index()));
                case WITHDRAW -> withdraw(entry, taken.remove(entry.index()));
                default -> { }
            }
        }
        published.forEach((index, row) -> add("tables", row.disclosure(), index,
                "表里的%s第%d版写着账本第%d条，账本的这一条却不是公布。".formatted(row.indexNumber(), row.edition(), index)));
        taken.forEach((index, row) -> add("tables", row.disclosure(), index,
                "表里的撤回写着账本第%d条，账本的这一条却不是撤回。".formatted(index)));
    }

    private void publish(Entry entry, @Nullable Publication row) {
        var leaf = entry.leaf();
        int edition = leaf.edition() == null ? 1 : leaf.edition();
        standing.put(entry.subject(), new Indexed(entry.subject(), edition, entry.index()));
        var name = "%s第%d版（账本第%d条）".formatted(leaf.indexNumber(), edition, entry.index());
        if (row == null || !row.disclosure().equals(entry.subject()) || row.edition() != edition
                || !row.indexNumber().equals(leaf.indexNumber())) {
            add("tables", entry.subject(), entry.index(), name + "在账本里，表里没有同样的一版。");
            return;
        }
        var commitment = row.commitment();
        if (row.withdrawn() || commitment == null) {
            if (row.withdrawn() == (commitment != null)) {
                add("content", entry.subject(), entry.index(), name + (row.withdrawn() ? "已经撤回，内容却还在。" : "没有撤回，内容却不在。"));
            }
            return;
        }
        if (!commitment.equals(leaf.commitment())) {
            add("content", entry.subject(), entry.index(), name + "的内容和盐算出的摘要与账本里的不同。");
        }
        if (!row.isListedTrue()) {
            add("content", entry.subject(), entry.index(), name + "在目录里的标题、文号或日期与规范文本不同。");
        }
        row.files().stream().filter(isStored.negate())
                .forEach(file -> add("files", entry.subject(), entry.index(), name + "的附件" + file + "不在文件库里。"));
    }

    private void withdraw(Entry entry, @Nullable Taken row) {
        var edition = entry.leaf().edition();
        var stands = standing.get(entry.subject());
        if (stands != null && (edition == null || edition == stands.edition())) {
            standing.remove(entry.subject());
        }
        if (row == null || !row.disclosure().equals(entry.subject()) || !Objects.equals(row.edition(), edition)) {
            add("tables", entry.subject(), entry.index(), "%s的撤回（账本第%d条）在账本里，表里没有。"
                    .formatted(entry.leaf().indexNumber(), entry.index()));
        }
    }

    /** Where the search index does not hold exactly the public editions. */
    List<Difference> against(Stream<Indexed> index) {
        var found = new ArrayList<Difference>();
        var missing = new HashMap<>(standing);
        index.forEach(held -> {
            var stands = missing.remove(held.id());
            if (stands == null) {
                found.add(new Difference("index", held.id(), held.ledgerIndex(),
                        "搜索索引里有第%d版，按账本它不公开，或者在索引里重复。".formatted(held.edition())));
            } else if (!stands.equals(held)) {
                found.add(new Difference("index", held.id(), stands.ledgerIndex(),
                        "搜索索引里是第%d版，按账本应是第%d版。".formatted(held.edition(), stands.edition())));
            }
        });
        missing.values().forEach(stands -> found.add(new Difference("index", stands.id(), stands.ledgerIndex(),
                "按账本第%d版公开，搜索索引里没有。".formatted(stands.edition()))));
        return found;
    }
}
