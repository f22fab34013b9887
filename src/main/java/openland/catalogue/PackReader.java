package openland.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.form.Form;
import openland.office.Level;
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
                isOverlay ? reader.overlay(header, whole.at("items")) : Overlay.NONE);
    }

    private Item item(Place item) {
        var required = item.at("head").at("required").map(Place::text);
        var review = item.at("review").map(StepReader::step);
        item.at("review").mustNot(ReviewPath.fault(review));
        return new Item(item.at("item").text(), item.at("title").text(), Group.valueOf(upper(item.at("group").text())),
                item.at("access").must(AccessMode.of(item.at("access").text()), "没有这种公开方式。"),
                duty(item.at("duty")), review, item.at("channels").map(Place::text),
                CommonHead.requiring(Set.copyOf(required)), form(item.at("fields")),
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

    private static Duty duty(Place duty) {
        var levels = new HashSet<Level>();
        duty.at("offices").at("levels").each()
                .forEach(level -> levels.add(level.must(Level.of(level.text()), "没有" + level.text() + "这一层级。")));
        var rules = duty.at("rules").map(PackReader::rule);
        for (int i = 1; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (rules.subList(0, i).stream().anyMatch(rule::overlaps)) {
                throw duty.at("rules").each().get(i).fault("与前一条规则的施行期间重叠，同一天只能有一条规则。");
            }
        }
        return new Duty(levels, duty.at("offices").at("unit").text(), duty.at("starts").text(), rules);
    }

    private static Rule rule(Place rule) {
        var status = Rule.Status.valueOf(upper(rule.at("status").text()));
        var active = rule.has("active") ? rule.at("active").isTrue() : status.isVerified();
        if (active && !status.isVerified()) {
            throw rule.fault("规则的依据没有核实（" + rule.at("status").text() + "），不能启用；请核对原文并改为read，或删去active。");
        }
        var from = day(rule.at("from"));
        var to = rule.has("to") ? day(rule.at("to")) : null;
        if (to != null && to.isBefore(from)) {
            throw rule.at("to").fault("终止日期早于起始日期。");
        }
        return new Rule(rule.at("within").must(Term.of(rule.at("within").text()), "期限应写成“7 working-days”这样。"),
                from, to, rule.at("basis").text(), status, active);
    }

    private static LocalDate day(Place day) {
        try {
            return LocalDate.parse(day.text());
        } catch (DateTimeException e) {
            throw day.fault("“" + day.text() + "”不是日期。");
        }
    }

    private Overlay overlay(Place header, Place items) {
        var scope = header.at("for");
        return new Overlay(header.at("overlay-of").text(), scope.at("office").text(), scope.at("region").text(), digest,
                items.map(PackReader::change));
    }

    private static Overlay.Change change(Place change) {
        return new Overlay.Change(change.at("item").text(), form(change.at("fields")).fields(),
                change.at("rules").map(PackReader::rule), change.at("add-steps").map(PackReader::addedStep), change.path());
    }

    private static Overlay.AddedStep addedStep(Place added) {
        return new Overlay.AddedStep(added.at("after").text(), StepReader.step(added.at("step")));
    }

    static String upper(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
