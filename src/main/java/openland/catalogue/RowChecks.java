package openland.catalogue;

import static openland.catalogue.Checks.when;
import static openland.catalogue.SumChecks.differ;
import static openland.catalogue.SumChecks.plain;
import static openland.catalogue.SumChecks.sum;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.base.Refusal.Problem;
import openland.catalogue.Checks.Check;
import openland.catalogue.Checks.Named;
import openland.catalogue.Checks.Piece;
import openland.form.Filled;

/** What the rows of a table must satisfy, each by itself and together. The sentence names the first row that does not. */
final class RowChecks {
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    /** How many digits the code of a budget line has, by its level (政府收支分类科目). */
    private static final Map<String, Integer> DIGITS = Map.of("category", 3, "section", 5, "entry", 7);
    private static final List<String> APPLICANTS = List.of("persons", "companies", "research", "welfare", "legal", "others");
    private static final Set<String> NOT_ANSWERS = Set.of("received", "carried-over", "total", "carried-forward");

    private RowChecks() {}

    static Stream<Named> all() {
        return Stream.of(
                new Named("floor-area-ratio-in-order", RowChecks::floorAreaRatio),
                new Named("price-reaches-start", each("parcels", row -> row.money("price").flatMap(price -> row.money("startingPrice")
                        .filter(start -> price.compareTo(start) < 0).map(start -> "成交价低于起始价")))),
                new Named("discretion-range-in-order", each("standards", row -> row.money("least").flatMap(least -> row.money("most")
                        .filter(most -> least.compareTo(most) > 0).map(_ -> "罚款下限高于上限")))),
                new Named("shares-make-a-hundred", each("prices", RowChecks::shares)),
                new Named("remit-within-received", each("lines", row -> row.number("inRemit").flatMap(inRemit -> row.number("received")
                        .filter(received -> inRemit.compareTo(received) > 0).map(_ -> "属于受理范围的多于接收的")))),
                new Named("compensation-adds-up", RowChecks::compensation),
                new Named("applications-add-up", RowChecks::applications),
                new Named("disputes-add-up", each("disputes", row ->
                        parts(row, List.of("upheld", "corrected", "other", "pending")))),
                new Named("budget-lines-add-up", RowChecks::budgetLines),
                new Named("budget-codes-fit", piece -> codes(piece, "lines").or(() -> codes(piece, "basics"))));
    }

    private static Check each(String table, Function<Filled, Optional<String>> fault) {
        return piece -> {
            var rows = piece.fields().rows(table);
            return IntStream.range(0, rows.size()).boxed().flatMap(i -> fault.apply(rows.get(i))
                    .map(sentence -> new Problem(table, "第" + (i + 1) + "行：" + sentence + "，请核对。")).stream()).findFirst();
        };
    }

    private static Optional<Problem> floorAreaRatio(Piece piece) {
        return ratio(piece.fields()).map(sentence -> new Problem("ratioMost", sentence + "，请核对。"))
                .or(() -> each("parcels", RowChecks::ratio).problem(piece));
    }

    private static Optional<String> ratio(Filled fields) {
        return fields.number("ratioLeast").flatMap(least -> fields.number("ratioMost")
                .filter(most -> least.compareTo(most) > 0).map(_ -> "容积率下限高于上限"));
    }

    private static Optional<String> shares(Filled row) {
        return row.number("landShare").flatMap(land -> row.number("settlementShare").map(land::add)
                .filter(whole -> differ(whole, HUNDRED)).map(whole -> "土地补偿费和安置补助费的比例合计是" + plain(whole) + "%，应是100%"));
    }

    private static Optional<Problem> compensation(Piece piece) {
        var rows = piece.fields().rows("households");
        var wrong = each("households", row -> row.money("total").flatMap(total -> {
            var parts = sum(Stream.of("land", "crops", "attachments").map(row::money));
            return Optional.of("各项之和是" + plain(parts) + "元，合计是" + plain(total) + "元").filter(_ -> differ(parts, total));
        })).problem(piece);
        return wrong.or(() -> rows.isEmpty() ? Optional.empty() : piece.fields().money("total").flatMap(total -> {
            var paid = sum(rows.stream().map(row -> row.money("total")));
            return when(differ(paid, total), "total", "各户合计是" + plain(paid) + "元，总额是" + plain(total) + "元，请核对。");
        }));
    }

    private static Optional<String> parts(Filled row, List<String> columns) {
        return row.number("total").flatMap(total -> {
            var parts = sum(columns.stream().map(row::number));
            return Optional.of("各栏之和是" + plain(parts) + "，总计是" + plain(total)).filter(_ -> differ(parts, total));
        });
    }

    /** 国办公开办函〔2021〕30号: each row adds up; new and carried over are answered or carried forward, in each column. */
    private static Optional<Problem> applications(Piece piece) {
        var rows = piece.fields().rows("applications");
        var byIndicator = rows.stream().collect(Collectors.toMap(row -> row.text("indicator").orElse(""), Function.identity(), (first, _) -> first));
        return each("applications", row -> parts(row, APPLICANTS)).problem(piece)
                .or(() -> Stream.concat(APPLICANTS.stream(), Stream.of("total"))
                        .flatMap(column -> balance(byIndicator, rows, column).stream()).findFirst()
                        .map(sentence -> new Problem("applications", sentence)));
    }

    private static Optional<String> balance(Map<String, Filled> rows, List<Filled> all, String column) {
        var total = Optional.ofNullable(rows.get("total")).flatMap(row -> row.number(column));
        if (total.isEmpty()) {
            return Optional.empty();
        }
        var answers = sum(all.stream().filter(row -> !NOT_ANSWERS.contains(row.text("indicator").orElse(""))).map(row -> row.number(column)));
        if (differ(answers, total.get())) {
            return Optional.of("各种答复之和是" + plain(answers) + "，总计是" + plain(total.get()) + "，请核对。");
        }
        var came = sum(Stream.of("received", "carried-over").map(rows::get).flatMap(Stream::ofNullable).map(row -> row.number(column)));
        var went = total.get().add(sum(Stream.ofNullable(rows.get("carried-forward")).map(row -> row.number(column))));
        return differ(came, went) ? Optional.of("新收与上年结转之和是" + plain(came) + "，总计与结转下年度之和是" + plain(went) + "，请核对。")
                : Optional.empty();
    }

    private static Optional<Problem> budgetLines(Piece piece) {
        var rows = piece.fields().rows("lines");
        var wrong = each("lines", row -> row.money("amount").flatMap(amount -> {
            var parts = sum(Stream.of("basic", "project").map(row::money));
            return Optional.of("基本支出与项目支出之和是" + plain(parts) + "元，合计是" + plain(amount) + "元").filter(_ -> differ(parts, amount));
        })).problem(piece);
        return wrong.or(() -> levels(piece, "lines")).or(() -> levels(piece, "basics"))
                .or(() -> rows.isEmpty() ? Optional.empty() : piece.fields().money("total").flatMap(total -> {
                    var top = sum(topLevel(rows).map(row -> row.money("amount")));
                    return when(differ(top, total), "total", "各类支出之和是" + plain(top) + "元，总额是" + plain(total) + "元，请核对。");
                }));
    }

    /** The lines of the highest level that is there. */
    private static Stream<Filled> topLevel(List<Filled> rows) {
        var shortest = rows.stream().map(RowChecks::code).mapToInt(String::length).min().orElse(0);
        return rows.stream().filter(row -> code(row).length() == shortest);
    }

    /** A line is the sum of the lines right below it, where there are any. */
    private static Optional<Problem> levels(Piece piece, String table) {
        var below = piece.fields().rows(table).stream().filter(row -> code(row).length() > 3).collect(Collectors.toMap(
                row -> code(row).substring(0, code(row).length() - 2), row -> row.money("amount").orElse(BigDecimal.ZERO), BigDecimal::add));
        return each(table, line -> line.money("amount").flatMap(amount -> Optional.ofNullable(below.get(code(line)))
                .filter(made -> differ(amount, made)).map(made -> code(line) + "是" + plain(amount) + "元，下级科目之和是" + plain(made) + "元"))).problem(piece);
    }

    private static Optional<Problem> codes(Piece piece, String table) {
        return each(table, row -> row.text("level").map(DIGITS::get)
                .filter(digits -> !code(row).matches("\\d{" + digits + "}")).map(digits -> "科目编码应是" + digits + "位数字")).problem(piece);
    }

    private static String code(Filled row) {
        return row.text("code").orElse("");
    }
}
