package openland.drafting.web;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Digests;
import openland.base.Time;
import openland.catalogue.Item;
import openland.drafting.DraftFile;
import openland.drafting.DraftStatus;
import openland.drafting.Draftroom;
import openland.drafting.Made;
import openland.drafting.Move;
import openland.drafting.Overriding;
import openland.drafting.Preconditions;
import openland.drafting.PathLine;
import openland.drafting.Remarking;
import openland.drafting.Remarking.Point;
import openland.drafting.Signed;
import openland.drafting.web.DraftPage.Attached;
import openland.drafting.web.DraftPage.Deed;
import openland.drafting.web.DraftPage.Marked;
import openland.drafting.web.DraftPage.PathStep;
import openland.drafting.web.DraftPage.Remark;
import openland.drafting.web.DraftPage.Signer;
import openland.files.Files;
import openland.files.Hidden.Treatment;
import openland.files.Verdict;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import openland.page.Dates;
import openland.page.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a draft shows, with names in place of ids. */
@Component
class DraftReading {
    private final Draftroom room;
    private final Overriding overriding;
    private final Preconditions preconditions;
    private final Remarking remarking;
    private final Offices offices;
    private final Officers officers;
    private final Files files;
    private final InstantSource time;

    DraftReading(Draftroom room, Overriding overriding, Preconditions preconditions, Remarking remarking, Offices offices, Officers officers, Files files,
            InstantSource time) {
        this.room = room;
        this.overriding = overriding;
        this.preconditions = preconditions;
        this.remarking = remarking;
        this.offices = offices;
        this.officers = officers;
        this.files = files;
        this.time = time;
    }

    DraftPage of(DraftStatus status, Officer officer) {
        var draft = status.draft();
        var inputs = room.inputs(status);
        return new DraftPage(status, room.itemTitle(draft), offices.byId(draft.office()).orElseThrow(), bases(room.itemOf(draft)),
                room.awaitedBy(draft), remarks(status), inputs, path(status), room.preview(draft), room.changes(draft),
                history(status), attached(status), overriding.mayPass(draft, officer),
                marked(remarking.points(draft, status.history())), room.whole(draft), preconditions.of(draft), preconditions.waits(draft));
    }

    /** What the catalogue says about the item: how soon, and by what law. */
    private List<String> bases(Item item) {
        var limit = item.duty().ruleOn(Time.dateOf(time.instant()))
                .map(rule -> rule.label() + "公开：" + rule.basis()).stream();
        return Stream.concat(limit, item.bases().stream()).distinct().toList();
    }

    private List<Remark> remarks(DraftStatus status) {
        var labels = new HashMap<String, String>();
        room.inputs(status).forEach(input -> labels.put(input.field().name(), input.field().label()));
        return status.findings().stream().map(found -> new Remark(found, labels.getOrDefault(found.field(), ""),
                found.passed() == null ? "" : name(found.passed().officer(), found.passed().behalf()))).toList();
    }

    private List<Attached> attached(DraftStatus status) {
        return status.draft().content().attachments().stream().map(file -> attached(file, status)).toList();
    }

    private Attached attached(DraftFile file, DraftStatus status) {
        boolean readable = Stream.of(file.uploaded(), file.sha256()).allMatch(sha256 -> files.verdict(sha256) == Verdict.CLEAN);
        return new Attached(file, files.format(file.type()), Figures.size(file.size()), readable,
                readable && !files.inspection(file.sha256()).hidden(Treatment.ASKED).isEmpty(),
                remarks(status).stream().filter(remark -> remark.found().isIn(file)).toList());
    }

    private List<PathStep> path(DraftStatus status) {
        return room.pathOf(status).stream().map(line -> step(line, status)).toList();
    }

    private PathStep step(PathLine line, DraftStatus status) {
        return new PathStep(line.label(), line.done(), line.now(), line.signers().stream().map(signed -> signer(signed, status)).toList());
    }

    private Signer signer(Signed signed, DraftStatus status) {
        var draft = status.draft();
        var signature = signed.signature();
        var office = signature.office().equals(draft.office()) ? "" : offices.byId(signature.office()).orElseThrow().name();
        return new Signer(name(signature.officer(), signature.behalf()), office + signature.post().label(),
                Dates.minute(signature.signedAt()), Digests.hex(signature.digest()), remark(signed, status));
    }

    /** What the signer wrote when he signed, or else what signing at that post means. */
    private static String remark(Signed signed, DraftStatus status) {
        return status.history().stream().filter(made -> made.move() == Move.SIGN && made.round() == status.draft().round()
                && made.officer().equals(signed.signature().officer())).map(Made::remark)
                .filter(remark -> !remark.isEmpty()).findFirst().orElse(signed.signature().post() == Post.DRAFTER ? "送审。" : "同意。");
    }

    private List<Deed> history(DraftStatus status) {
        var marks = marked(remarking.of(status.draft(), status.history()));
        return status.history().stream().map(made -> deed(made, marks)).toList();
    }

    private Deed deed(Made made, List<Marked> marks) {
        return new Deed(DeskPages.when(made.at()), name(made.officer(), made.behalf()), made.move().label(), made.remark(),
                marks.stream().filter(mark -> mark.point().remark().n() == made.n()).toList());
    }

    private List<Marked> marked(List<Point> points) {
        return points.stream().map(point -> new Marked(point, name(point.reviewer()))).toList();
    }

    /** 张三（受李四委托）. */
    private String name(UUID officer, @Nullable UUID behalf) {
        return name(officer) + (behalf == null ? "" : "（受" + name(behalf) + "委托）");
    }

    private String name(UUID officer) {
        return officers.account(officer).map(account -> account.displayName()).orElse("（账号已删）");
    }
}
