package openland.drafting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openland.drafting.web.DraftPage.PathStep;
import openland.drafting.web.DraftPage.Remark;
import openland.drafting.web.DraftPage.Signer;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;

/**
 * The approval slip (政府信息公开审批单) as the file keeps it: what the piece is, what was found, who signed when, and the
 * digest of what they signed.
 *
 * @param lines in the order of the form
 */
public record Slip(String heading, List<Line> lines, String foot) {

    /** A row of the form. @param values a paragraph each */
    public record Line(String label, List<String> values) {}

    static Slip of(DraftPage draft, Instant now) {
        var lines = new ArrayList<Line>();
        var shown = draft.preview();
        var content = draft.status().draft().content();
        line(lines, "标题", shown.title());
        line(lines, "目录事项", shown.itemTitle());
        line(lines, "发布机构", Stream.concat(Stream.of(shown.officeName()), shown.jointOffices().stream()).toList());
        line(lines, "文号", shown.documentNumber() == null ? "—" : shown.documentNumber());
        line(lines, "生成日期", shown.producedOn() == null ? "—" : shown.producedOn());
        line(lines, "公开方式", Stream.of(shown.accessMode(), labelled(draft, "accessGround"), labelled(draft, "accessBasis"))
                .filter(text -> !text.isEmpty()).toList());
        line(lines, "公开依据", draft.bases().isEmpty() ? List.of("—") : draft.bases());
        line(lines, "定时公开", content.publishAt() == null ? "—" : Dates.minute(content.publishAt()));
        line(lines, "附件", draft.files().isEmpty() ? List.of("—") : draft.files().stream().map(file -> file.file().name() + "　" + file.size()).toList());
        line(lines, "审查发现", draft.remarks().isEmpty() ? List.of("没有发现需要处理的内容。") : draft.remarks().stream().map(Slip::found).toList());
        draft.path().forEach(step -> line(lines, step.label(), signed(step)));
        line(lines, "内容摘要", "SHA-256　" + draft.digest());
        return new Slip("政府信息公开审批单", List.copyOf(lines), draft.stateLabel() + "　稿件编号" + draft.id() + "　打印于" + Dates.minute(now));
    }

    private static String labelled(DraftPage draft, String name) {
        return draft.values().stream().filter(value -> value.name().equals(name)).map(value -> value.text()).findFirst().orElse("");
    }

    private static String found(Remark remark) {
        var found = remark.found();
        var passed = found.passed();
        return found.head() + (remark.label().isEmpty() ? "" : "（" + remark.label() + "）") + "　" + found.sentence()
                + (passed == null ? "" : "　由" + remark.by() + "（" + passed.post().label() + "）" + Dates.minute(passed.at()) + "放行："
                + passed.ground().label() + (passed.reason().isEmpty() ? "" : "。" + passed.reason()));
    }

    private static List<String> signed(PathStep step) {
        return step.signers().isEmpty() ? List.of(step.done() ? "已办" : "（待签）") : step.signers().stream().map(Slip::signature).toList();
    }

    private static String signature(Signer signer) {
        return signer.remark() + "　" + signer.name() + "　" + signer.post() + "　" + signer.when()
                + "　所签内容" + signer.digest().substring(0, 16) + "…";
    }

    private static void line(List<Line> lines, String label, @Nullable String value) {
        line(lines, label, List.of(value == null ? "—" : value));
    }

    private static void line(List<Line> lines, String label, List<String> values) {
        lines.add(new Line(label, values));
    }
}
