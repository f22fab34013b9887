package openland.catalogue;

import java.util.List;
import java.util.Map;
import openland.form.Field;

/** An overlay may ask for more than the pack below and never for less. */
final class OverlayCheck {
    private final String file;
    private final Overlay.Change change;
    private final Item below;

    private OverlayCheck(String file, Overlay.Change change, Item below) {
        this.file = file;
        this.change = change;
        this.below = below;
    }

    /** @throws PackFault at the first addition that may not be made */
    static void check(String file, Pack pack, Map<String, Pack> packs, List<Pack> before) {
        if (!pack.isOverlay()) {
            return;
        }
        var base = packs.get(pack.overlay().of());
        if (base == null || base.isOverlay()) {
            throw new PackFault(file, "pack.overlay-of", "没有可以补充的目录包" + pack.overlay().of() + "。");
        }
        for (var change : pack.overlay().changes()) {
            var below = base.item(change.item()).orElseThrow(() ->
                    new PackFault(file, change.place() + ".item", "目录包" + base.id() + "里没有事项" + change.item() + "。"));
            var check = new OverlayCheck(file, change, below);
            check.fieldsAreNew(before);
            change.rules().forEach(check::isNoLooser);
            check.stepsKeepThePath(pack.overlay());
        }
    }

    private void fieldsAreNew(List<Pack> before) {
        for (var field : change.fields()) {
            if (below.fields().field(field.name()).isPresent()) {
                throw fault(".fields", "字段" + field.name() + "已由下层目录包规定，补充包只能增加字段，不能改动或删去。");
            }
            if (before.stream().flatMap(pack -> pack.overlay().changes().stream())
                    .filter(other -> other.item().equals(change.item()))
                    .flatMap(other -> other.fields().stream()).map(Field::name).anyMatch(field.name()::equals)) {
                throw fault(".fields", "字段" + field.name() + "已由另一个补充包增加，请另取名字。");
            }
        }
    }

    private void isNoLooser(Rule rule) {
        for (var law : below.duty().rules()) {
            if (rule.kind().canBeMissed() && law.kind().canBeMissed() && rule.overlaps(law) && !rule.isNoLooserThan(law)) {
                throw fault(".rules", "期限“" + rule.label() + "”不比规定的“" + law.label()
                        + "”严，或者单位不同无法比较；补充包只能收紧期限，不能放宽。");
            }
        }
    }

    private void stepsKeepThePath(Overlay overlay) {
        for (var added : change.steps()) {
            if (ReviewPath.placeOf(added.after(), below.review()).isEmpty()) {
                throw fault(".add-steps", "审核流程里没有名为" + added.after() + "的步骤。");
            }
        }
        ReviewPath.fault(overlay.appliedTo(below).review()).ifPresent(sentence -> {
            throw fault(".add-steps", sentence);
        });
    }

    private PackFault fault(String part, String sentence) {
        return new PackFault(file, change.place() + part, sentence);
    }
}
