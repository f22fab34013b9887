package openland.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a pack asks must fit the items that there are. */
final class ObligationCheck {
    private ObligationCheck() {}

    /** @throws PackFault for an item that no pack declares */
    static void check(String file, Pack pack, Set<String> items) {
        for (int i = 0; i < pack.declared().size(); i++) {
            var obligation = pack.declared().get(i);
            var named = Stream.concat(Stream.ofNullable(obligation.item()), Stream.ofNullable(obligation.gate()).flatMap(gate -> gate.items().stream()));
            var place = "obligations[" + i + "]";
            named.filter(item -> !items.contains(item)).findFirst().ifPresent(item -> {
                throw new PackFault(file, place, "目录里没有事项" + item + "。");
            });
        }
    }

    /** @param seen the identifiers of the packs before this one, each with its pack. @throws PackFault for one that was used for two */
    static void isNew(String file, Pack pack, Map<String, String> seen) {
        for (int i = 0; i < pack.declared().size(); i++) {
            var id = pack.declared().get(i).id();
            var before = seen.put(id, pack.id());
            if (before != null) {
                throw new PackFault(file, "obligations[" + i + "].id", "义务" + id + "已经有了（目录包" + before + "），标识不能重复。");
            }
        }
    }
}
