package openland.catalogue;

import static openland.catalogue.Checks.when;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import openland.base.Refusal.Problem;
import openland.catalogue.Checks.Check;
import openland.catalogue.Checks.Named;
import openland.catalogue.Checks.Piece;

/**
 * What the dates of a piece must satisfy. Working days are not counted here: where the law asks for {@code n} of them,
 * fewer than {@code n} days are certainly too few.
 */
final class DateChecks {
    private static final String NOTICE = "noticePeriod";
    private static final String BIDDING = "biddingPeriod";
    private static final String REGISTRATION = "registrationPeriod";

    private DateChecks() {}

    static Stream<Named> all() {
        return Stream.of(
                new Named("expiry-after-production", DateChecks::expiryAfterProduction),
                new Named("decision-before-publication", notAfterPublication("decidedOn", "决定日期", "决定")),
                new Named("reply-before-publication", notAfterPublication("repliedOn", "答复日期", "答复")),
                new Named("meeting-before-publication", notAfterPublication("heldOn", "会议日期", "开会")),
                new Named("notice-runs-thirty-days", runs(30, "30日（土地管理法第四十七条、城乡规划法第二十六条）")),
                new Named("notice-runs-ten-days", runs(10, "10日")),
                new Named("notice-runs-ten-working-days", runs(10, "10个工作日")),
                new Named("consultation-runs-thirty-days", DateChecks::consultation),
                new Named("bidding-after-twenty-days", bidding("20日（国土资源部令第39号第八条）")),
                new Named("bidding-after-twenty-working-days", bidding("20个工作日（矿业权出让交易规则）")),
                new Named("registration-within-bidding", DateChecks::registration),
                new Named("hearing-after-notice", DateChecks::hearing),
                new Named("approval-before-notice", DateChecks::approval),
                new Named("construction-in-order", DateChecks::construction),
                new Named("supervision-has-time", inOrder("supervisedOn", "督办日期", "finishBy", "办理期限")),
                new Named("effective-after-issue", inOrder("issuedOn", "发布日期", "effectiveOn", "实施日期")),
                new Named("area-price-within-three-years", DateChecks::areaPrice),
                new Named("draw-result-on-the-day", DateChecks::draw));
    }

    private static Optional<Problem> expiryAfterProduction(Piece piece) {
        return piece.head().date(CommonHead.EXPIRES_ON).filter(day -> piece.producedOn().filter(day::isBefore).isPresent())
                .map(_ -> new Problem(CommonHead.EXPIRES_ON, "有效期早于生成日期，请核对。"));
    }

    private static Check notAfterPublication(String field, String label, String act) {
        return piece -> piece.fields().date(field).filter(day -> day.isAfter(piece.publishedOn()))
                .map(day -> new Problem(field, label + day + "晚于公开之日" + piece.publishedOn() + "，不能先公开后" + act + "。"));
    }

    /** The day of the notice does not count. */
    private static Check runs(int days, String asked) {
        return piece -> piece.fields().from(NOTICE).flatMap(from -> piece.fields().to(NOTICE)
                .flatMap(to -> when(from.plusDays(days).isAfter(to), NOTICE, "从" + from + "到" + to + "只有"
                        + ChronoUnit.DAYS.between(from, to) + "日（公告当日不计），应不少于" + asked + "。")));
    }

    /** 重大行政决策程序暂行条例, article 15: less than 30 days need a reason. */
    private static Optional<Problem> consultation(Piece piece) {
        return piece.fields().text("shortened").isPresent() ? Optional.empty()
                : runs(30, "30日；因情况紧急缩短的，请填写理由（重大行政决策程序暂行条例第十五条）").problem(piece);
    }

    private static Check bidding(String asked) {
        return piece -> piece.producedOn().flatMap(noticed -> piece.fields().from(BIDDING)
                .flatMap(start -> when(noticed.plusDays(20).isAfter(start), BIDDING, "公告日期" + noticed + "到开始日" + start + "只有"
                        + ChronoUnit.DAYS.between(noticed, start) + "日，公告应提前至少" + asked + "。")));
    }

    private static Optional<Problem> registration(Piece piece) {
        var fields = piece.fields();
        var late = fields.to(REGISTRATION).flatMap(closed -> fields.to(BIDDING)
                .flatMap(end -> when(closed.isAfter(end), REGISTRATION, "报名截止日" + closed + "晚于招标拍卖挂牌结束之日" + end + "。")));
        return late.or(() -> fields.from(REGISTRATION).flatMap(opens -> piece.producedOn()
                .flatMap(noticed -> when(opens.isBefore(noticed), REGISTRATION, "报名从" + opens + "开始，早于公告日期" + noticed + "。"))));
    }

    private static Optional<Problem> hearing(Piece piece) {
        return piece.producedOn().flatMap(noticed -> piece.fields().date("heardOn").flatMap(heard -> when(
                noticed.plusDays(7).isAfter(heard), "heardOn", "听证通知应在听证7个工作日前公开，" + noticed + "到" + heard + "不够。")));
    }

    private static Optional<Problem> approval(Piece piece) {
        var approved = piece.fields().date("approvedOn");
        var received = piece.fields().date("receivedOn");
        return approved.flatMap(day -> received.flatMap(after -> notAfter(day, "approvedOn", "批准日期", after, "收到批准文件的日期")))
                .or(() -> approved.flatMap(day -> piece.producedOn().flatMap(after -> notAfter(day, "approvedOn", "批准日期", after, "本件的生成日期"))))
                .or(() -> received.flatMap(day -> piece.producedOn()
                        .flatMap(after -> notAfter(day, "receivedOn", "收到批准文件的日期", after, "本件的生成日期"))));
    }

    private static Optional<Problem> construction(Piece piece) {
        return inOrder("startBy", "约定开工时间", "completeBy", "约定竣工时间").problem(piece)
                .or(() -> inOrder("startedOn", "实际开工时间", "completedOn", "实际竣工时间").problem(piece));
    }

    private static Check inOrder(String first, String firstLabel, String then, String thenLabel) {
        return piece -> piece.fields().date(first).flatMap(before -> piece.fields().date(then)
                .flatMap(after -> notAfter(before, then, firstLabel, after, thenLabel)));
    }

    private static Optional<Problem> notAfter(LocalDate first, String field, String firstLabel, LocalDate then, String thenLabel) {
        return when(first.isAfter(then), field, firstLabel + first + "晚于" + thenLabel + then + "，请核对。");
    }

    /** 土地管理法, article 48: adjusted or published anew at least every three years. */
    private static Optional<Problem> areaPrice(Piece piece) {
        return piece.fields().from("term").flatMap(from -> piece.fields().to("term").flatMap(to -> when(
                to.isAfter(from.plusYears(3)), "term", "区片综合地价至少每三年调整或者重新公布一次，执行期间不能到" + to + "。")));
    }

    /** The result of a draw is published on the same day. */
    private static Optional<Problem> draw(Piece piece) {
        return piece.fields().text("stage").filter("result"::equals).flatMap(_ -> piece.fields().date("drawnOn"))
                .flatMap(drawn -> piece.producedOn().flatMap(noticed -> when(!drawn.equals(noticed), "drawnOn",
                        "摇号结果应当日公告：摇号日期" + drawn + "，本件的生成日期" + noticed + "。")));
    }
}
