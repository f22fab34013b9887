package openland.request;

import static openland.request.Stated.Shape.DATE;
import static openland.request.Stated.Shape.LINES;
import static openland.request.Stated.Shape.MONEY;
import static openland.request.Stated.Shape.TEXT;

/** What a letter says besides its set words: one field of the officer's form, one place in the wording. */
public enum Stated {
    ADDRESS_OR_WAY("获取的网址或者途径", TEXT),
    WAY_AND_TIME("获取的方式、途径和时间", TEXT),
    ENCLOSURE("随信提供的文件（每行一件）", LINES),
    OTHER_FORM("改用其他形式提供的说明", TEXT),
    WITHHELD_PART("不予公开的部分", TEXT),
    /** Names an article: 第…条. */
    GROUND_ARTICLE("依据的具体条款", TEXT),
    REASON("理由", TEXT),
    SECRECY_BASIS("定密依据", TEXT),
    THIRD_PARTY_RESULT("征求第三方意见的结果", TEXT),
    CATEGORY("信息的类别", TEXT),
    CASE_FILE("所在的行政执法案卷", TEXT),
    QUERY_WAY("查询途径", TEXT),
    SEARCH_MADE("检索经过", TEXT),
    OTHER_ORGAN("负责公开的机关", TEXT),
    OTHER_ORGAN_CONTACT("该机关的联系方式", TEXT),
    OTHER_ORGAN_UNKNOWN("不能确定负责公开的机关的说明", TEXT),
    PREVIOUS_NUMBER("前次答复的文号", TEXT),
    PREVIOUS_DATE("前次答复的日期", DATE),
    CHANNEL("可以提出的渠道", TEXT),
    COUNTS("申请的数量和频次", TEXT),
    REASONS_ASKED_ON("要求说明理由的日期", DATE),
    REASONS_UNTIL("说明理由的期限", DATE),
    DELAYED_TO("延迟答复的日期", DATE),
    CORRECTION_DATE("补正通知的日期", DATE),
    CORRECTION_ITEMS("需要补正的事项", TEXT),
    CORRECTION_UNTIL("补正的期限", DATE),
    GUIDANCE("指导和释明", TEXT),
    RECEIVED_HOW("收到日的依据", TEXT),
    DUE_DATE("答复的最后日期", DATE),
    NEW_DUE_DATE("延长后的最后日期", DATE),
    DUE_DERIVATION("期限的算法", TEXT),
    DUE_PROVISIONAL("期限暂定的原因", TEXT),
    QUERY_CODE("查询码", TEXT),
    CONSENT("机构负责人同意的情况", TEXT),
    THIRD_PARTY_MATTER("涉及第三方的内容", TEXT),
    ORGAN_MATTER("征求意见的内容", TEXT),
    ANSWER_WAY("回复的方式", TEXT),
    DISCLOSED_CONTENT("决定公开的内容", TEXT),
    FEE_DATE("收费通知的日期", DATE),
    /** In yuan, for example 4,300 or 4300.00. */
    FEE_AMOUNT("信息处理费（元）", MONEY),
    FEE_RECKONING("费用的计算", TEXT),
    FEE_UNTIL("缴费的期限", DATE),
    FEE_WAY("缴费方式", TEXT);

    /** What is written into the field: {@code DATE} as 2026-11-20, {@code LINES} one thing a line. */
    public enum Shape { TEXT, LINES, DATE, MONEY }

    private final String label;
    private final Shape shape;

    Stated(String label, Shape shape) {
        this.label = label;
        this.shape = shape;
    }

    /** The name of the field in Chinese. */
    public String label() {
        return label;
    }

    public Shape shape() {
        return shape;
    }
}
