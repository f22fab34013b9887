package openland.catalogue;

import java.util.HashMap;
import java.util.List;
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

    /** @throws PackFault for an identifier that was used for two */
    static void areThereOnce(List<Pack> packs) {
        var seen = new HashMap<String, String>();
        for (var pack : packs) {
            for (var obligation : pack.declared()) {
                var before = seen.put(obligation.id(), pack.id());
                if (before != null) {
                    throw new PackFault(pack.id(), "obligations", "义务" + obligation.id() + "已经有了（" + before + "），标识不能重复。");
                }
            }
        }
    }
}
