package openland.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.office.Level;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Proposes whom to ask: 谁制作谁公开、谁保存谁公开 (条例第十条). The place comes from the names of places in what was written, the level
 * from who owes the item of the catalogue that it sounds like. A proposal, with its reasons; nobody is bound by it.
 */
@Service
public class RightOffice {
    private static final Pattern PLACE = Pattern.compile("([^省市县区州盟旗]{1,10}(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗))");
    private static final int SOUNDS_LIKE = 4;
    private static final int MOST_OTHERS = 8;

    private final Offices offices;
    private final Catalogue catalogue;

    RightOffice(Offices offices, Catalogue catalogue) {
        this.offices = offices;
        this.catalogue = catalogue;
    }

    /**
     * @param office null when nothing says which
     * @param why    in sentences
     * @param others that could be meant as well, nearest first
     */
    public record Proposal(@Nullable Office office, List<String> why, List<Office> others) {}

    /**
     * @param text what is asked for, and where
     * @param item identifier of the item somebody came from; empty when none
     */
    public Proposal propose(String text, String item) {
        var all = offices.all();
        var kind = catalogue.byId(item).or(() -> soundingLike(text));
        var why = new ArrayList<String>();
        var here = ofPlace(text, all, why).or(() -> onlyOne(all, why));
        kind.ifPresent(one -> why.add("“" + one.title() + "”这类信息，按公开目录由" + levels(one) + "机关公开" + (one.duty().unit().isEmpty() ? "。" : "，具体由其中管" + one.duty().unit() + "的部门办。")));
        var right = here.map(office -> kind.map(one -> atLevel(office, one, why)).orElse(office));
        if (right.isEmpty()) {
            why.clear();
            why.add("从您写的内容看不出是哪个地方。请选一个；拿不准就选当地的县（市、区）自然资源局：不归它管的，它会告诉您找谁。");
        } else {
            why.add("谁制作的信息由谁公开，从您这里得到的由保存它的机关公开（条例第十条）。");
        }
        return new Proposal(right.orElse(null), why, others(right.orElse(null), here.orElse(null), all));
    }

    private static String levels(Item item) {
        return item.duty().levels().stream().sorted(Comparator.reverseOrder()).map(Level::label).map(label -> label + "级").collect(Collectors.joining("、"));
    }

    /** The lowest office whose place is named. */
    private static Optional<Office> ofPlace(String text, List<Office> all, List<String> why) {
        var squeezed = text.replaceAll("\\s+", "");
        record Named(Office office, String place) {}
        var named = all.stream().flatMap(office -> places(office).stream().filter(squeezed::contains).limit(1).map(place -> new Named(office, place)))
                .max(Comparator.comparing((Named one) -> one.office().level()).thenComparingInt(one -> one.place().length()));
        named.ifPresent(one -> why.add("您写到了“" + one.place() + "”，那里的机关是" + one.office().name() + "。"));
        return named.map(Named::office);
    }

    /** 榆州市云水区 and 云水区 and 云水 of 榆州市云水区自然资源局. */
    private static List<String> places(Office office) {
        var parts = PLACE.matcher(office.name()).results().map(found -> found.group(1)).toList();
        if (parts.isEmpty()) {
            return office.level() == Level.MINISTRY ? List.of(office.name()) : List.of();
        }
        var last = parts.getLast();
        var stem = last.replaceFirst("(自治区|自治州|自治县|省|市|县|区|州|盟|旗)$", "");
        return stem.length() < 2 ? List.of(last) : List.of(last, stem);
    }

    private static Optional<Office> onlyOne(List<Office> all, List<String> why) {
        var counties = all.stream().filter(office -> office.level() == Level.COUNTY).toList();
        if (counties.size() != 1) {
            return Optional.empty();
        }
        why.add("您没有写是哪个地方；本站的县级机关只有" + counties.getFirst().name() + "。");
        return Optional.of(counties.getFirst());
    }

    private Office atLevel(Office here, Item item, List<String> why) {
        for (var above = Optional.of(here); above.isPresent(); above = Optional.ofNullable(above.get().parent()).flatMap(offices::byId)) {
            if (item.duty().levels().contains(above.get().level())) {
                if (!above.get().equals(here)) {
                    why.add("它不由" + here.name() + "制作，所以推荐上级的" + above.get().name() + "。");
                }
                return above.get();
            }
        }
        return here;
    }

    /** The item whose title shares the most signs in a row with the text. */
    private Optional<Item> soundingLike(String text) {
        var words = Words.bare(text.substring(0, Math.min(500, text.length())));
        return catalogue.items().stream().filter(item -> shared(words, Words.bare(item.title())) >= SOUNDS_LIKE)
                .max(Comparator.comparingInt((Item item) -> shared(words, Words.bare(item.title()))).thenComparingInt(item -> -item.title().length()));
    }

    private static int shared(String words, String title) {
        int most = 0;
        for (int i = 0; i < title.length(); i++) {
            while (i + most < title.length() && words.contains(title.substring(i, i + most + 1))) {
                most++;
            }
        }
        return most;
    }

    private List<Office> others(@Nullable Office right, @Nullable Office here, List<Office> all) {
        var others = new LinkedHashSet<Office>();
        var from = here == null ? right : here;
        for (var above = Optional.ofNullable(from); above.isPresent(); above = Optional.ofNullable(above.get().parent()).flatMap(offices::byId)) {
            others.add(above.get());
        }
        if (all.size() <= MOST_OTHERS) {
            others.addAll(all);
        }
        others.removeIf(office -> office.equals(right) || office.successor() != null);
        return others.stream().limit(MOST_OTHERS).toList();
    }
}
