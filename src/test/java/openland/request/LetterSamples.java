package openland.request;

import static openland.request.Stated.*;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import openland.request.LetterFacts.Asked;
import openland.request.LetterFacts.Party;
import openland.request.LetterFacts.Sender;

/** Invented, plausible facts: the land office of a county that does not exist. */
final class LetterSamples {
    static final ReplyTypes TYPES = new ReplyTypes();
    static final WritingLetters WRITING = new WritingLetters(TYPES);
    static final LocalDate LETTER_DAY = LocalDate.of(2026, 11, 20);
    static final Sender OFFICE = new Sender("青禾县自然资源局", "政府信息公开办公室（青禾县云岭路18号，邮政编码000000）\n电话：0000-5550123",
            "青禾县人民政府", "青禾县人民法院", "https://fuyi.qinghe.example/");
    static final Party APPLICANT = new Party("陈立夏", false);
    static final Party THIRD = new Party("青禾县石桥建材有限公司", true);
    static final Party ORGAN = new Party("青禾县水利局", true);
    static final Asked ASKED = new Asked("QH2026-0137", APPLICANT, LocalDate.of(2026, 10, 26), "云岭镇石桥村2025年第三批次征收土地的补偿安置方案及其附图");

    private static final Map<Stated, String> SAID = new EnumMap<>(Map.ofEntries(
            Map.entry(ADDRESS_OR_WAY, "青禾县人民政府网站“征地信息公开”栏目，https://www.qinghe.example/zd/2025-3.html"),
            Map.entry(WAY_AND_TIME, "2026年11月25日起，工作日9时至17时，凭身份证件到青禾县云岭路18号政府信息公开查阅点查阅、复制"),
            Map.entry(ENCLOSURE, "云岭镇石桥村2025年第三批次征收土地补偿安置方案（12页）\n征收土地范围图（1页）"),
            Map.entry(WITHHELD_PART, "附表中被征收土地各户户主的身份证件号码和银行账号"),
            Map.entry(GROUND_ARTICLE, "《中华人民共和国政府信息公开条例》第十五条"),
            Map.entry(REASON, "上述号码属于个人隐私，公开会使各户的财产安全受到损害，而知道补偿的标准和数额并不需要这些号码"),
            Map.entry(SECRECY_BASIS, "青禾县国家保密局2025年6月3日定密，密级为秘密，保密期限十年"),
            Map.entry(THIRD_PARTY_RESULT, "2026年11月6日书面征求，第三方于2026年11月12日书面答复不同意公开，并说明了理由"),
            Map.entry(CATEGORY, "请示报告（2026年5月18日关于补偿标准的请示，上级尚未批复）"),
            Map.entry(CASE_FILE, "青自然资罚立〔2026〕7号土地违法案件的卷宗"),
            Map.entry(QUERY_WAY, "青禾县不动产登记中心查询窗口（青禾县政务服务中心一楼），电话0000-5550166"),
            Map.entry(SEARCH_MADE, "2026年11月2日至4日，由利用股和档案室两名工作人员，用“石桥村”“第三批次”“补偿安置”为词，检索了公文系统、征地档案数据库和2024年至2026年的纸质档案，均没有找到"),
            Map.entry(OTHER_ORGAN, "青禾县住房和城乡建设局"), Map.entry(OTHER_ORGAN_CONTACT, "青禾县政务服务中心三楼，电话0000-5550188"),
            Map.entry(PREVIOUS_NUMBER, "青自然资公开〔2026〕21号"), Map.entry(PREVIOUS_DATE, "2026-08-14"),
            Map.entry(CHANNEL, "青禾县信访局（青禾县和平路2号），全国12336自然资源违法线索举报电话"),
            Map.entry(COUNTS, "2026年7月至10月共提出86件，其中9月一个月41件，内容多为同一批次土地档案的逐页复制件"),
            Map.entry(REASONS_ASKED_ON, "2026-11-02"), Map.entry(REASONS_UNTIL, "2026-12-04"), Map.entry(DELAYED_TO, "2027-01-15"),
            Map.entry(CORRECTION_DATE, "2026-10-28"), Map.entry(CORRECTION_UNTIL, "2026-11-13"),
            Map.entry(CORRECTION_ITEMS, "一是“有关材料”指哪一类文件；二是所涉地块的位置、批次或者批准文号"),
            Map.entry(GUIDANCE, "可以写明文件的名称、文号，或者地块所在的村组和大致年份；也可以到窗口由工作人员协助填写"),
            Map.entry(RECEIVED_HOW, "通过互联网提交，双方于2026年10月26日确认（条例第三十一条第三项）"),
            Map.entry(DUE_DATE, "2026-11-23"), Map.entry(NEW_DUE_DATE, "2026-12-21"),
            Map.entry(DUE_DERIVATION, "收到之日不计，从2026年10月27日起数20个工作日，遇周末顺延，期间没有法定节假日"),
            Map.entry(QUERY_CODE, "7K4M-92QX"), Map.entry(CONSENT, "经本机关政府信息公开工作机构负责人于2026年11月18日同意"),
            Map.entry(THIRD_PARTY_MATTER, "贵单位报送的采石场开采设计中的矿层坐标和成本测算"),
            Map.entry(ORGAN_MATTER, "该批次土地涉及的河道管理范围图能否公开"), Map.entry(ANSWER_WAY, "用所附回复单写明意见，加盖公章后寄回，或者当面交到本机关"),
            Map.entry(DISCLOSED_CONTENT, "采石场开采设计中爆破安全距离的部分（第14页至第17页）"),
            Map.entry(FEE_DATE, "2026-10-12"), Map.entry(FEE_AMOUNT, "4300"), Map.entry(FEE_UNTIL, "2026-11-09"),
            Map.entry(FEE_RECKONING, "2026年9月同一申请人共41件：10件以内不收费，第11件至第30件每件100元，共2000元；第31件至第40件每件200元，共2000元；第41件300元"),
            Map.entry(FEE_WAY, "持本通知到青禾县农业银行云岭路支行缴入非税收入专户，或者扫描所附缴款码")));

    private LetterSamples() {}

    static LetterFacts facts() {
        return LetterFacts.of(OFFICE, ASKED, LETTER_DAY).numbered("青自然资公开〔2026〕38号");
    }

    static LetterFacts facts(LocalDate receivedOn, LocalDate letterDay) {
        return LetterFacts.of(OFFICE, new Asked(ASKED.number(), APPLICANT, receivedOn, ASKED.subject()), letterDay);
    }

    /** Says all that this type must say and one of several ways where there are some. */
    static LetterFacts reply(LetterFacts facts, ReplyType type, String choice) {
        return say(facts.reply(type.code(), choice), type.form(choice));
    }

    static LetterFacts notice(LetterFacts facts, LetterKind kind, String choice) {
        var open = say(choice == null ? facts : facts.choose(choice), ReplyType.form(TYPES.entry(kind), choice, kind.label()));
        var later = kind == LetterKind.CORRECTION ? open.state(CORRECTION_UNTIL, "2026-12-04") : kind == LetterKind.FEE ? open.state(FEE_UNTIL, "2026-12-18") : open;
        return TYPES.entry(kind).isToOthers() ? later.to(kind == LetterKind.ORGAN_ENQUIRY ? ORGAN : THIRD) : later;
    }

    private static LetterFacts say(LetterFacts facts, LetterForm form) {
        for (var demand : form.demands()) {
            for (var one : demand.ways().getFirst()) {
                facts = facts.state(one, SAID.get(one));
            }
        }
        return facts;
    }
}
