package openland.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openland.catalogue.DossierType.Compared;
import openland.catalogue.DossierType.Held;
import openland.catalogue.DossierType.Member;
import openland.catalogue.DossierType.Opening;
import openland.catalogue.DossierType.Right;
import openland.catalogue.DossierType.Source;
import openland.catalogue.DossierType.Stage;
import openland.catalogue.Rule.Status;
import org.jspecify.annotations.Nullable;

/** Reads what a pack says of dossiers (卷) and of what expires. That the items and fields exist is checked over all packs. */
final class DossierReader {
    private DossierReader() {}

    static DossierType dossier(Place place) {
        return new DossierType(place.at("type").text(), place.at("title").text(), place.at("key").text(), sources(place.at("names")),
                place.at("stages").map(DossierReader::stage), place.at("compare").map(DossierReader::compared), place.at("citizen").map(DossierReader::right));
    }

    private static Stage stage(Place place) {
        return new Stage(place.at("stage").text(), place.at("title").text(), place.at("pieces").map(DossierReader::member), place.at("follows").text(),
                place.at("optional").isTrue(), place.at("opens").map(opening -> new Opening(opening.at("item").text(), opening.at("from").text(), opening.at("of").text())),
                place.at("withdrawal-of").text(), source(place, "due"), source(place, "done"));
    }

    private static Member member(Place place) {
        var where = new HashMap<String, String>();
        place.at("where").node().properties().forEach(one -> where.put(one.getKey(), one.getValue().asString("")));
        return new Member(place.at("item").text(), place.at("key").texts(),
                where, place.at("via").text());
    }

    private static Compared compared(Place place) {
        return new Compared(place.at("label").text(), sources(place.at("fields")), place.at("same").isTrue());
    }

    private static Right right(Place place) {
        return new Right(place.at("stage").text(), place.at("title").text(), place.has("within") ? RuleReader.days(place.at("within")) : null,
                place.at("from").text(), place.at("basis").text(), held(place));
    }

    private static Held held(Place place) {
        var since = place.has("since") ? RuleReader.day(place.at("since")) : null;
        var until = place.has("until") ? RuleReader.day(place.at("until")) : null;
        if (since != null && until != null && until.isBefore(since)) {
            throw place.at("until").fault("终止日期早于起始日期。");
        }
        return new Held(Status.valueOf(PackReader.upper(place.at("status").text())), since, until);
    }

    private static @Nullable Source source(Place stage, String key) {
        return stage.has(key) ? sources(stage.at(key)).getFirst() : null;
    }

    private static List<Source> sources(Place fields) {
        Stream<Map.Entry<String, tools.jackson.databind.JsonNode>> all = fields.node().properties().stream();
        return all.map(one -> new Source(one.getKey(), one.getValue().asString(""))).toList();
    }

    static Expiry expiry(Place place) {
        return new Expiry(place.at("item").text(), place.at("field").text(), place.at("title").text(), place.at("name").text(), place.at("warn").node().asInt());
    }
}
