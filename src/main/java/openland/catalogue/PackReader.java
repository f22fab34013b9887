package openland.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.form.Form;
import tools.jackson.databind.JsonNode;

/** Builds a pack of what its file says. The shape was checked by the schema; here stands what a schema cannot know. */
final class PackReader {
    private final String digest;

    private PackReader(String digest) {
        this.digest = digest;
    }

    static Pack read(String file, JsonNode content) {
        var whole = new Place(file, "", content);
        var header = whole.at("pack");
        var digest = Digests.hex(Digests.sha256(CanonicalJson.bytes(content)));
        var reader = new PackReader(digest);
        var isOverlay = header.has("overlay-of");
        return new Pack(header.at("id").text(), header.at("title").text(), header.at("order").node().asInt(Pack.LAST),
                header.at("version").node().asInt(), digest, content,
                isOverlay ? List.of() : whole.at("items").map(reader::item),
                whole.at("obligations").map(place -> ObligationReader.obligation(place, header.at("id").text())),
                whole.at("dossiers").map(DossierReader::dossier), whole.at("expires").map(DossierReader::expiry),
                isOverlay ? reader.overlay(header, whole.at("items")) : Overlay.NONE);
    }

    private Item item(Place item) {
        var required = item.at("head").at("required").map(Place::text);
        var fields = form(item.at("fields"));
        var review = item.at("review").map(StepReader::step);
        item.at("review").mustNot(ReviewPath.fault(review));
        return new Item(item.at("item").text(), item.at("title").text(), Group.valueOf(upper(item.at("group").text())),
                item.at("access").must(AccessMode.of(item.at("access").text()), "没有这种公开方式。"),
                duty(item.at("duty"), fields), review, item.at("channels").map(Place::text),
                CommonHead.requiring(Set.copyOf(required)), fields,
                item.at("checks").map(PackReader::check), item.at("basis").map(Place::text),
                item.at("takes-unsorted").isTrue(), digest);
    }

    private static Form form(Place fields) {
        try {
            return new Form(fields.map(FieldReader::field));
        } catch (IllegalArgumentException e) {
            throw fields.fault(e.getMessage());
        }
    }

    private static String check(Place check) {
        check.must(Checks.named(check.text()), "没有名为" + check.text() + "的检查。");
        return check.text();
    }

    private static Duty duty(Place duty, Form fields) {
        var key = duty.at("key").texts();
        key.stream().filter(name -> fields.column(name).isEmpty()).findFirst().ifPresent(name -> {
            throw duty.at("key").fault("没有名为" + name + "的字段；表格的列写成“表格.列”。");
        });
        return new Duty(ObligationReader.levels(duty.at("offices").at("levels")), duty.at("offices").at("unit").text(),
                ObligationReader.start(duty), key, RuleReader.oneADay(duty.at("rules")));
    }

    private Overlay overlay(Place header, Place items) {
        var scope = header.at("for");
        return new Overlay(header.at("overlay-of").text(), scope.at("office").text(), scope.at("region").text(), digest,
                items.map(PackReader::change));
    }

    private static Overlay.Change change(Place change) {
        return new Overlay.Change(change.at("item").text(), form(change.at("fields")).fields(),
                change.at("rules").map(RuleReader::rule), change.at("add-steps").map(PackReader::addedStep), change.path());
    }

    private static Overlay.AddedStep addedStep(Place added) {
        return new Overlay.AddedStep(added.at("after").text(), StepReader.step(added.at("step")));
    }

    static String upper(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
