package openland.catalogue;

import static openland.catalogue.Checks.when;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openland.base.Refusal.Problem;
import openland.catalogue.Checks.Check;
import openland.catalogue.Checks.Named;
import openland.catalogue.Checks.Piece;
import openland.form.Filled;

/** What the figures of a piece must satisfy: parts that make a whole, and ends in their order. */
final class SumChecks {
    /** In square metres: areas are said in three units, and a 亩 is no whole number of square metres. */
    private static final BigDecimal ROUNDING = BigDecimal.ONE;
    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");
    private static final List<String> GRADES = List.of("small", "medium", "large", "extra-large");

    private SumChecks() {}

    static Stream<Named> all() {
        return Stream.of(
                new Named("fine-not-negative", piece -> piece.fields().money("fine").filter(fine -> fine.signum() < 0)
                        .map(_ -> new Problem("fine", "罚款不能是负数。"))),
                new Named("supply-plan-adds-up", SumChecks::supplyPlan),
                new Named("idle-area-within-parcel", SumChecks::idleArea),
                new Named("instalments-add-up", rowsMake("instalments", "amount", "price", "各期支付金额", "成交价格")),
                new Named("project-funds-add-up", rowsMake("projects", "amount", "total", "各项目金额", "资金总额")),
                new Named("price-within-budget", noMore("price", "中标、成交金额", "budget", "预算金额", Filled::money)),
                new Named("promise-within-legal-time",
                        noMore("promisedTime", "承诺办结时限", "legalTime", "法定办结时限", Filled::number)),
                new Named("charge-has-standard", SumChecks::charge),
                new Named("inspection-counts-add-up", SumChecks::inspection),
                new Named("three-public-expenses-add-up", SumChecks::threePublicExpenses),
                new Named("grade-fits-losses", SumChecks::grade));
    }

    /** The parts that are there, added. */
    static BigDecimal sum(Stream<Optional<BigDecimal>> parts) {
        return parts.flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static boolean differ(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Optional<Problem> supplyPlan(Piece piece) {
        var rows = piece.fields().rows("structure");
        return rows.isEmpty() ? Optional.empty() : piece.fields().squareMetres("totalArea").flatMap(total -> {
            var parts = sum(rows.stream().map(row -> row.squareMetres("area")));
            return when(parts.subtract(total).abs().compareTo(ROUNDING) > 0, "structure", "各用途面积之和是"
                    + plain(parts.divide(TEN_THOUSAND)) + "公顷，供应总量是" + plain(total.divide(TEN_THOUSAND)) + "公顷，请核对。");
        });
    }

    private static Optional<Problem> idleArea(Piece piece) {
        return piece.fields().squareMetres("idleArea").flatMap(idle -> piece.fields().squareMetres("area").flatMap(whole ->
                when(idle.subtract(whole).compareTo(ROUNDING) > 0, "idleArea", "闲置面积大于宗地面积，请核对。")));
    }

    private static Check rowsMake(String table, String column, String total, String parts, String whole) {
        return piece -> {
            var rows = piece.fields().rows(table);
            return rows.isEmpty() ? Optional.empty() : piece.fields().money(total).flatMap(asked -> {
                var made = sum(rows.stream().map(row -> row.money(column)));
                return when(differ(made, asked), table, parts + "之和是" + plain(made) + "元，" + whole + "是" + plain(asked) + "元，请核对。");
            });
        };
    }

    private static Check noMore(String field, String label, String limit, String limitLabel, Amount amount) {
        return piece -> amount.of(piece.fields(), field).flatMap(value -> amount.of(piece.fields(), limit)
                .flatMap(most -> when(value.compareTo(most) > 0, field, label + "大于" + limitLabel + "，请核对。")));
    }

    /** How the value of a field is read. */
    private interface Amount {
        Optional<BigDecimal> of(Filled fields, String name);
    }

    private static Optional<Problem> charge(Piece piece) {
        return when(piece.fields().text("charge").filter("charged"::equals).isPresent()
                && piece.fields().text("chargeStandard").isEmpty(), "chargeStandard", "收费的事项应写明收费依据和标准。");
    }

    private static Optional<Problem> inspection(Piece piece) {
        var fields = piece.fields();
        return fields.number("drawn").flatMap(drawn -> fields.number("normal").flatMap(normal -> fields.number("faulty")
                .flatMap(faulty -> when(differ(drawn, normal.add(faulty)), "drawn",
                        "抽取户数" + plain(drawn) + "应等于未发现问题" + plain(normal) + "与发现问题" + plain(faulty) + "之和。"))));
    }

    private static Optional<Problem> threePublicExpenses(Piece piece) {
        var parts = sum(Stream.of("abroad", "purchase", "running", "reception").map(piece.fields()::money));
        return piece.fields().money("total").flatMap(total -> when(differ(parts, total), "total",
                "四项之和是" + plain(parts) + "元，合计是" + plain(total) + "元，请核对。"));
    }

    /** 地质灾害防治条例, article 4: by deaths or by direct losses, whichever is worse. */
    private static Optional<Problem> grade(Piece piece) {
        var reached = Math.max(step(piece.fields().number("dead").orElse(BigDecimal.ZERO), 3, 10, 30),
                step(piece.fields().money("loss").orElse(BigDecimal.ZERO), 1_000_000, 5_000_000, 10_000_000));
        return piece.fields().text("grade").map(GRADES::indexOf).filter(grade -> grade >= 0 && grade < reached)
                .map(_ -> new Problem("grade", "按死亡人数或者直接经济损失，灾情等级应高于所选的等级（地质灾害防治条例第四条）。"));
    }

    private static int step(BigDecimal value, long... limits) {
        return (int) Arrays.stream(limits).filter(limit -> value.compareTo(BigDecimal.valueOf(limit)) >= 0).count();
    }
}
