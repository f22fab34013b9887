package openland.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openland.catalogue.DossierType.Member;
import openland.catalogue.DossierType.Source;
import openland.catalogue.DossierType.Stage;
import openland.form.Facet;
import openland.form.Field;
import openland.form.PublicMode;

/** What packs say of dossiers (卷) and of expiry must fit the items that there are: these may stand in other packs. */
final class DossierCheck {
    private static final Set<String> DAYS = Set.of("date", "date-range");

    private final Map<String, Item> items;
    private final Pack pack;

    private DossierCheck(Pack pack, Map<String, Item> items) {
        this.pack = pack;
        this.items = items;
    }

    /** @throws PackFault at the first thing that does not fit */
    static void check(List<Pack> packs) {
        var items = new HashMap<String, Item>();
        packs.forEach(pack -> pack.items().forEach(item -> items.put(item.id(), item)));
        var types = new HashSet<String>();
        for (var pack : packs) {
            var check = new DossierCheck(pack, items);
            for (var dossier : pack.dossiers()) {
                if (!types.add(dossier.type())) {
                    throw check.fault("卷" + dossier.type() + "已经有了，标识不能重复。");
                }
                check.check(dossier);
            }
            pack.expiries().forEach(expiry -> {
                check.ends(expiry);
                if (!expiry.name().isEmpty()) {
                    check.shown(expiry.item(), expiry.name());
                }
            });
        }
    }

    private void check(DossierType dossier) {
        dossier.items().forEach(this::item);
        dossier.names().forEach(name -> shown(name.item(), name.field()));
        dossier.compare().forEach(compared -> compared.sources().forEach(source -> seen(source.item(), source.field())));
        var before = new HashSet<String>();
        for (var stage : dossier.stages()) {
            for (var earlier : List.of(stage.follows(), stage.withdrawalOf())) {
                if (!earlier.isEmpty() && !before.contains(earlier)) {
                    throw fault("卷" + dossier.type() + "的环节" + stage.stage() + "前面没有环节" + earlier + "。");
                }
            }
            if (!before.add(stage.stage())) {
                throw fault("卷" + dossier.type() + "的环节" + stage.stage() + "写了两次。");
            }
            check(stage);
        }
        rights(dossier);
    }

    private void check(Stage stage) {
        for (var member : stage.members()) {
            keys(member).forEach(field -> shown(member.item(), field));
            if (keys(member).isEmpty() && member.via().isEmpty()) {
                throw fault(member.item() + "没有写编号字段（key），duty里也没有，无法归卷。");
            }
            var ofDuty = item(member.item()).duty().key();
            if (!ofDuty.isEmpty() && !keys(member).equals(ofDuty)) {
                throw fault(member.item() + "归卷的编号（key：" + String.join("、", member.key()) + "）和duty里的（" + String.join("、", ofDuty) + "）不一样，欠着的认不出是哪一卷的。");
            }
            member.where().keySet().forEach(field -> shown(member.item(), field));
            stage.opens().stream().filter(opening -> !opening.from().equals(DossierType.PUBLISHED)).forEach(opening -> day(member.item(), opening.from()));
        }
        for (var day : new Source[] {stage.due(), stage.done()}) {
            if (day != null) {
                day(day.item(), day.field());
            }
        }
    }

    private List<String> keys(Member member) {
        return member.keys(item(member.item()));
    }

    private void rights(DossierType dossier) {
        for (var right : dossier.citizen()) {
            var stage = dossier.stage(right.stage()).orElseThrow(() -> fault("卷" + dossier.type() + "没有环节" + right.stage() + "。"));
            var from = stage.members().stream().filter(member -> DossierType.HEAD.contains(right.from()) || item(member.item()).fields().column(right.from()).isPresent()).toList();
            if (!right.from().equals(DossierType.PUBLISHED) && from.isEmpty() || right.rule() == null && right.from().equals(DossierType.PUBLISHED)) {
                throw fault("卷" + dossier.type() + "的环节" + right.stage() + "没有写明期限的字段" + right.from() + "。");
            }
            if (!right.from().equals(DossierType.PUBLISHED)) {
                from.forEach(member -> day(member.item(), right.from()));
            }
        }
    }

    private Item item(String id) {
        var item = items.get(id);
        if (item == null) {
            throw fault("目录里没有事项" + id + "。");
        }
        return item;
    }

    /** What makes a key or a name is public whole. */
    private void shown(String item, String path) {
        seen(item, path);
        if (!DossierType.HEAD.contains(path) && field(item, path).mode() != PublicMode.SHOWN) {
            throw fault(item + "的字段" + path + "不全部公开，不能用来归卷。");
        }
    }

    /** The public sees it, masked or whole. */
    private void seen(String item, String path) {
        if (DossierType.HEAD.contains(path)) {
            return;
        }
        var table = item(item).fields().field(path.split("\\.", 2)[0]);
        if (field(item, path).mode() == PublicMode.HIDDEN || table.filter(whole -> whole.mode() == PublicMode.SHOWN || !path.contains(".")).isEmpty()) {
            throw fault(item + "的字段" + path + "不公开，不能用来对照。");
        }
    }

    private void day(String item, String path) {
        if (!DossierType.HEAD.contains(path) && !DAYS.contains(field(item, path).type().name())) {
            throw fault(item + "的字段" + path + "不是日期。");
        }
    }

    /** What ends is found by the facet of its last day. */
    private void ends(Expiry expiry) {
        day(expiry.item(), expiry.field());
        if (!expiry.field().equals("expiresOn") && (expiry.field().contains(".") || field(expiry.item(), expiry.field()).facet() != Facet.RANGE)) {
            throw fault(expiry.item() + "的字段" + expiry.field() + "要按起止筛选（facet: range），才能列出到期的。");
        }
    }

    private Field field(String item, String path) {
        return item(item).fields().column(path).orElseThrow(() -> fault("事项" + item + "没有字段" + path + "；表格的列写成“表格.列”。"));
    }

    private PackFault fault(String sentence) {
        return new PackFault(pack.id(), "dossiers", sentence);
    }
}
