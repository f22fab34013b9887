package openland.catalogue.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import openland.base.Refusal;
import openland.catalogue.NegativeEntry;
import openland.catalogue.NegativeEntry.Category;
import openland.catalogue.NegativeEntry.Grade;
import openland.catalogue.NegativeEntry.Kind;
import openland.catalogue.NegativeList;
import openland.catalogue.NegativeList.Proposal;
import openland.office.Officer;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The 负面清单 for the programs of those who keep it. */
@RestController
@RequestMapping("/api/v1/negative-list")
class NegativeListApi {
    private final NegativeList list;
    private final Offices offices;

    NegativeListApi(NegativeList list, Offices offices) {
        this.list = list;
        this.offices = offices;
    }

    /** A change wished for. @param entry the entry it changes; null for a new one */
    record Wish(@Nullable String office, @Nullable UUID entry, @Nullable String kind, @Nullable String what, @Nullable String category,
            @Nullable String basis, @Nullable String grade, @Nullable Integer years, @Nullable LocalDate from, @Nullable LocalDate to,
            @Nullable Double metres, @Nullable Double squareKm, boolean ends) {}

    record Decision(boolean accept) {}

    record Lists(List<NegativeEntry> items, List<NegativeEntry> waiting) {}

    @GetMapping
    Lists lists(Officer officer) {
        return new Lists(list.entries(officer), list.waiting(officer));
    }

    @PostMapping
    NegativeEntry propose(@RequestBody Wish wish, Officer officer) {
        var office = offices.byCode(text(wish.office())).orElseThrow(() -> Refusal.invalid("没有这个代码的机构。"));
        return list.propose(office.id(), new Proposal(wish.entry(), kind(wish.kind()), text(wish.what()), category(wish.category()), text(wish.basis()),
                grade(wish.grade()), wish.years(), wish.from(), wish.to(), wish.metres(), wish.squareKm(), wish.ends()), officer);
    }

    @PostMapping("/{version}/decide")
    NegativeEntry decide(@PathVariable UUID version, @RequestBody Decision decision, Officer officer) {
        return list.decide(version, decision.accept(), officer);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Kind kind(@Nullable String code) {
        return one(Kind.values(), code, "种类");
    }

    static Category category(@Nullable String code) {
        return one(Category.values(), code, "类别");
    }

    static @Nullable Grade grade(@Nullable String code) {
        return code == null || code.isBlank() ? null : one(Grade.values(), code, "密级");
    }

    /** {@code document-class} or DOCUMENT_CLASS. */
    private static <E extends Enum<E>> E one(E[] values, @Nullable String code, String label) {
        return Arrays.stream(values).filter(value -> value.name().equalsIgnoreCase(text(code).replace('-', '_'))).findFirst()
                .orElseThrow(() -> Refusal.invalid("没有这种" + label + "，可用的有：" + Arrays.toString(values)));
    }
}
