package openland.drafting;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.base.Time;
import openland.catalogue.AccessMode;
import openland.catalogue.Catalogue;
import openland.catalogue.CommonHead;
import openland.catalogue.Item;
import openland.disclosure.Projection;
import openland.disclosure.Watching;
import openland.form.Field;
import openland.form.Filled;
import openland.form.Form;
import openland.form.Input;
import openland.form.Known;
import openland.form.Note;
import openland.form.Shown;
import openland.office.Office;
import openland.screening.FileScreening;
import openland.screening.Finding;
import openland.screening.Finding.Severity;
import openland.screening.Screening;
import openland.screening.Watchlist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Turns what was typed into content, content into what the public will see, and says what stands against it. */
@Component
class Composing {
    private static final String PROACTIVE = AccessMode.PROACTIVE.label();

    private final Catalogue catalogue;
    private final Screening screening;
    private final FileScreening fileScreening;
    private final Watching watching;
    private final ReviewPath path;
    private final Lookup lookup;
    private final InstantSource time;

    Composing(Catalogue catalogue, Screening screening, FileScreening fileScreening, Watching watching,
            ReviewPath path, Lookup lookup, InstantSource time) {
        this.catalogue = catalogue;
        this.screening = screening;
        this.fileScreening = fileScreening;
        this.watching = watching;
        this.path = path;
        this.lookup = lookup;
        this.time = time;
    }

    /** Reads the input in the form of the item: of the pack that the draft began with, else of today's. */
    Content content(DraftInput input, Office office, @Nullable Draft before, List<DraftFile> attachments, int baseEdition) {
        var item = before != null && before.content().item().equals(input.item())
                ? item(before.content())
                : item(input.item(), office);
        var known = lookup.over(attachments);
        var head = kept(item.head(), input.head(), "稿件", known);
        var fields = kept(item.fields(), input.fields(), "事项“" + item.title() + "”", known);
        return new Content(item.id(), item.pack(), head, fields, attachments, input.jointOffices(), input.important(),
                input.amends(), baseEdition, input.retracts(), input.publishAt(), input.duty());
    }

    /** What a draft keeps of the raw values. @throws Refusal when something would be lost: an unknown name, a value too long */
    private static Map<String, JsonNode> kept(Form form, Map<String, JsonNode> raw, String of, Known known) {
        raw.keySet().stream().filter(name -> form.field(name).isEmpty()).findFirst().ifPresent(name -> {
            throw Refusal.invalid(of + "没有名为“" + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + "”的一项。");
        });
        var filled = form.read(raw, known);
        var kept = filled.kept();
        filled.problems().stream().filter(problem -> !kept.containsKey(problem.field()) && raw.containsKey(problem.field())
                && saysSomething(raw.get(problem.field()))).findFirst().ifPresent(problem -> {
            throw Refusal.invalid(problem.sentence());
        });
        return kept;
    }

    private static boolean saysSomething(JsonNode raw) {
        return raw.isContainer() ? raw.values().stream().anyMatch(Composing::saysSomething) : !raw.asString("").isBlank();
    }

    Content withAttachments(Content content, List<DraftFile> attachments) {
        var fields = item(content).fields().read(content.fields(), lookup.over(attachments)).kept();
        return new Content(content.item(), content.pack(), content.head(), fields, List.copyOf(attachments),
                content.jointOffices(), content.important(), content.amends(), content.baseEdition(), content.retracts(),
                content.publishAt(), content.duty());
    }

    /** What a piece of this content is about: it meets the duties that carry the same key. */
    Set<String> keys(Content content) {
        var item = item(content);
        return item.keys(readable(item.fields(), content.fields()));
    }

    /** What the public will see. Number, edition and time are blank until publication. */
    Projection projection(Content content, Office office) {
        var item = item(content);
        var joint = path.jointOffices(content).map(Office::name).toList();
        return new Projection(item.id(), item.title(), item.group().code(), office.code(), office.name(), "",
                item.documentNumber(content.head(), content.fields()).orElse(null), text(content, "title", ""), 0, "", content.text("producedOn"),
                content.text("publishedAt"), content.text("category"), content.text("genre"), content.text("medium"),
                label(content, item, "accessMode").orElse(PROACTIVE), text(content, "audience", CommonHead.EVERYBODY), content.text("expiresOn"),
                label(content, item, "validity").orElse(null), joint, content.text("body"), item.fields().published(readable(item.fields(), content.fields())),
                content.attachments().stream().map(DraftFile::published).toList(), content.pack());
    }

    /** What officers see of the values that could be read, in the order of the form. */
    List<Shown> whole(Content content) {
        var item = item(content);
        return Stream.concat(item.head().whole(readable(item.head(), content.head())).stream(),
                item.fields().whole(readable(item.fields(), content.fields())).stream()).toList();
    }

    /** Only values that could be read; a draft may hold others. */
    private static Map<String, JsonNode> readable(Form form, Map<String, JsonNode> kept) {
        return form.read(kept).values();
    }

    /** The word for a choice: 有效 for in-force. What the public reads is words, not codes. */
    private static Optional<String> label(Content content, Item item, String name) {
        return item.head().published(readable(item.head(), content.head())).stream()
                .filter(shown -> shown.name().equals(name)).map(Shown::text).findFirst();
    }

    private static String text(Content content, String name, String otherwise) {
        var text = content.text(name);
        return text == null ? otherwise : text;
    }

    /** What stops the draft or should be looked at: form, checks of the item, access mode, personal data. */
    List<DraftFinding> findings(Content content, Office office) {
        var item = item(content);
        var head = item.head().read(content.head());
        var fields = item.fields().read(content.fields());
        var findings = new ArrayList<DraftFinding>();
        Stream.concat(head.problems().stream(), problems(item.fields(), content, fields))
                .forEach(p -> findings.add(new DraftFinding(p.field(), Severity.STOP, p.sentence())));
        Stream.concat(head.notices().stream(), fields.notices().stream())
                .forEach(p -> findings.add(new DraftFinding(p.field(), Severity.ASK, p.sentence())));
        item.problems(head, fields, Time.dateOf(time.instant()))
                .forEach(p -> findings.add(new DraftFinding(p.field(), Severity.STOP, p.sentence())));
        mayBePublic(content, item, findings);
        filesAreAttached(content, item, fields, findings);
        looked(content, item, head.values(), item.fields().published(fields.values()), office, findings);
        return findings;
    }

    /**
     * What cannot be read. What goes out is read without looking anything up, so that it is what was signed; that an
     * office, a division or a piece is there at all is asked here, at the time of looking.
     */
    private Stream<Problem> problems(Form form, Content content, Filled asKept) {
        if (form.fields().stream().noneMatch(Field::isLookedUp)) {
            return asKept.problems().stream();
        }
        var looked = form.read(content.fields(), lookup.over(content.attachments())).problems();
        var named = looked.stream().map(Problem::field).collect(Collectors.toSet());
        return Stream.concat(looked.stream(), asKept.problems().stream().filter(problem -> !named.contains(problem.field()))
                .map(problem -> new Problem(problem.field(), form.field(problem.field()).filter(Field::isLookedUp)
                        .map(field -> "“" + field.label() + "”现在找到了，请再保存一次。").orElse(problem.sentence()))));
    }

    /** What personal data and what words of the 负面清单 would go out. */
    private void looked(Content content, Item item, Map<String, JsonNode> head, List<Shown> fields, Office office, List<DraftFinding> findings) {
        var shown = Stream.concat(item.head().published(head).stream(), fields.stream()).toList();
        var texts = new LinkedHashMap<String, String>();
        shown.forEach(one -> texts.put(one.name(), one.screened()));
        content.attachments().forEach(file -> texts.put(DraftFinding.fieldOf(file), file.name()));
        var tables = shown.stream().filter(Shown::isTable).collect(Collectors.toMap(Shown::name, Shown::places));
        var watchlist = watching.over(office);
        Stream.of(screening.screen(texts).stream(), inFiles(content, watchlist),
                screening.watch(item.id(), text(content, CommonHead.GENRE, ""), text(content, CommonHead.TITLE, ""), watchlist).stream(),
                texts.entrySet().stream().flatMap(text -> screening.watch(text.getKey(), text.getValue(), watchlist).stream()))
                .flatMap(found -> found)
                .forEach(found -> findings.add(DraftFinding.of(Optional.ofNullable(tables.get(found.field()))
                        .map(places -> found.standing(places.apply(found.from()))).orElse(found))));
    }

    private Stream<Finding> inFiles(Content content, Watchlist watchlist) {
        return content.attachments().stream()
                .flatMap(file -> fileScreening.screen(DraftFinding.fieldOf(file), file.uploaded(), file.sha256(), watchlist).stream());
    }

    /** A field that is a file names one of the attachments: those are what was looked through. */
    private static void filesAreAttached(Content content, Item item, Filled fields, List<DraftFinding> findings) {
        var attached = content.attachments().stream().map(DraftFile::sha256).collect(Collectors.toSet());
        item.fields().files(fields.values()).forEach((name, files) -> {
            if (files.stream().anyMatch(file -> !attached.contains(file.path("sha256").asString("")))) {
                findings.add(new DraftFinding(name, Severity.STOP, "选的文件已经不在附件里，请重新选择。"));
            }
        });
    }

    /** Only what is 主动公开 for everybody goes onto the site. */
    private static void mayBePublic(Content content, Item item, List<DraftFinding> findings) {
        if (!label(content, item, "accessMode").orElse(PROACTIVE).equals(PROACTIVE)) {
            findings.add(new DraftFinding("accessMode", Severity.STOP, "公开方式不是主动公开的信息不能在网站公布。"));
            Stream.of(CommonHead.ACCESS_GROUND, CommonHead.ACCESS_BASIS).filter(name -> content.text(name) == null).forEach(name ->
                    findings.add(new DraftFinding(name, Severity.STOP, "依申请公开、不予公开的，要写明理由：条例第十四条、第十五条或第十六条，以及依据。")));
        }
        if (!text(content, "audience", CommonHead.EVERYBODY).equals(CommonHead.EVERYBODY)) {
            findings.add(new DraftFinding("audience", Severity.STOP, "公开范围不是面向全社会的信息不能在网站公布。"));
        }
    }

    /** The item as the draft's own pack declares it. */
    Item item(Content content) {
        return catalogue.ofPack(content.pack(), content.item())
                .orElseThrow(() -> new IllegalStateException("No pack " + content.pack() + " with item " + content.item()));
    }

    /** The item as it holds for an office today. @throws Refusal when the catalogue has no such item */
    Item item(String id, Office office) {
        return catalogue.forOffice(id, office)
                .orElseThrow(() -> Refusal.invalid("目录里没有事项“" + (id.length() > 60 ? id.substring(0, 60) + "…" : id) + "”。"));
    }

    /** The staff form, filled in as far as it is, each finding beside its field. */
    List<Input> inputs(Content content, List<DraftFinding> findings) {
        var item = item(content);
        return Stream.concat(
                item.head().fields().stream().map(field -> input(field, content.head(), content, findings)),
                item.fields().fields().stream().map(field -> input(field, content.fields(), content, findings))).toList();
    }

    private static Input input(Field field, Map<String, JsonNode> values, Content content, List<DraftFinding> findings) {
        return new Input(field, values.get(field.name()), notes(field.name(), findings), content.files());
    }

    private static List<Note> notes(String field, List<DraftFinding> findings) {
        return findings.stream().filter(finding -> finding.field().equals(field))
                .map(finding -> new Note(finding.stops() ? Note.Kind.STOP : Note.Kind.ASK, finding.head(), finding.sentence()))
                .toList();
    }
}
