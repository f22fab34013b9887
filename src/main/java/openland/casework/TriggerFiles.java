package openland.casework;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.form.SheetReading;
import openland.form.SheetReading.Line;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of approval systems (触发文件): what happened, a line each. A good line becomes a candidate; a bad one is named. */
@Service
public class TriggerFiles {
    private static final int MOST = 10_000;
    private static final int MOST_FAULTS = 100;

    private final Candidates candidates;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Journal journal;

    TriggerFiles(Candidates candidates, Catalogue catalogue, Offices offices, Journal journal) {
        this.candidates = candidates;
        this.catalogue = catalogue;
        this.offices = offices;
        this.journal = journal;
    }

    /** A line that was not taken. @param number as the spreadsheet shows it */
    public record Fault(int number, String sentence) {}

    /** @param faults the first hundred. @param bad how many there are. @param known lines that were known before */
    public record Taken(int fresh, int known, int bad, List<Fault> faults) {}

    private enum Column {
        ITEM("item", "事项", "目录事项", "事项标识"), OFFICE("office", "机构", "机构代码"), HAPPENED("happenedon", "日期", "发生日期", "触发日期", "作出日期"),
        KEY("key", "编号", "文号", "决定书文号"), SUBJECT("subject", "事由", "摘要", "标题");

        private final List<String> heads;

        Column(String... heads) {
            this.heads = List.of(heads);
        }

        static Optional<Column> of(String head) {
            var plain = head.strip().toLowerCase(Locale.ROOT);
            return Stream.of(values()).filter(column -> column.heads.contains(plain)).findFirst();
        }
    }

    /**
     * Reads a CSV or XLSX file with the columns item, office, happenedOn, key, subject (or 事项, 机构, 日期, 编号, 事由) in any order.
     *
     * @throws Refusal INVALID when it cannot be read, lacks a column or has too many lines: then nothing is taken; FORBIDDEN for who
     *                 decides for no office
     */
    @Transactional
    public Taken take(byte[] file, Officer by) {
        var mine = offices.all().stream().filter(office -> by.holdsOneOf(Candidates.DECIDERS, office.id())).toList();
        if (mine.isEmpty()) {
            throw Refusal.forbidden("导入触发文件需要岗位：拟稿岗、分管领导或者主要领导。您目前没有这些岗位。");
        }
        var lines = SheetReading.lines(file).stream().filter(line -> line.cells().stream().anyMatch(cell -> !cell.isBlank())).toList();
        if (lines.size() < 2) {
            throw Refusal.invalid("文件里没有内容：第一行写列名，下面每行一件。");
        }
        if (lines.size() > MOST + 1) {
            throw Refusal.invalid("超过" + MOST + "行，请分开导入。");
        }
        var columns = lines.getFirst().cells().stream().map(Column::of).toList();
        Stream.of(Column.ITEM, Column.HAPPENED).filter(column -> !columns.contains(Optional.of(column))).findFirst().ifPresent(missing -> {
            throw Refusal.invalid("缺少“" + missing.heads.get(1) + "”这一列。列名应有：事项、机构、日期、编号、事由（或者item、office、happenedOn、key、subject）。");
        });
        return take(lines.subList(1, lines.size()), columns, mine, by);
    }

    private Taken take(List<Line> lines, List<Optional<Column>> columns, List<Office> mine, Officer by) {
        var faults = new ArrayList<Fault>();
        int fresh = 0;
        int known = 0;
        int bad = 0;
        for (var line : lines) {
            try {
                var noticed = noticed(line, columns, mine, by);
                if (candidates.isKnown(noticed)) {
                    known++;
                } else {
                    candidates.found(noticed);
                    fresh++;
                }
            } catch (Refusal refusal) {
                bad++;
                if (faults.size() < MOST_FAULTS) {
                    faults.add(new Fault(line.number(), refusal.sentence()));
                }
            }
        }
        journal.record(new Act("candidate.file-taken", by.id(), by.office(), "", Map.of("new", fresh, "known", known, "bad", bad)));
        return new Taken(fresh, known, bad, faults);
    }

    private Candidates.Noticed noticed(Line line, List<Optional<Column>> columns, List<Office> mine, Officer by) {
        var office = office(cell(line, columns, Column.OFFICE), mine, by);
        var item = item(cell(line, columns, Column.ITEM));
        LocalDateTime at = Moment.parse(cell(line, columns, Column.HAPPENED));
        return new Candidates.Noticed(office.id(), item.id(), cell(line, columns, Column.KEY), cell(line, columns, Column.SUBJECT), at,
                "触发文件报告：" + at.toLocalDate() + item.duty().starts().label() + "。", Candidate.Source.FILE, at.toString());
    }

    private static String cell(Line line, List<Optional<Column>> columns, Column wanted) {
        int at = columns.indexOf(Optional.of(wanted));
        return at >= 0 && at < line.cells().size() ? line.cells().get(at).strip() : "";
    }

    private static Office office(String written, List<Office> mine, Officer by) {
        if (written.isEmpty()) {
            return mine.stream().filter(office -> office.id().equals(by.office())).findFirst().orElse(mine.getFirst());
        }
        return mine.stream().filter(office -> office.code().equalsIgnoreCase(written) || office.name().equals(written)).findFirst()
                .orElseThrow(() -> Refusal.invalid("机构“" + shortened(written) + "”不是您任职的机构。"));
    }

    private Item item(String written) {
        return catalogue.byId(written).or(() -> catalogue.items().stream().filter(item -> item.title().equals(written)).findFirst())
                .orElseThrow(() -> Refusal.invalid("目录里没有事项“" + shortened(written) + "”。"));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
