package openland.request;

import static openland.request.LetterSamples.ASKED;
import static openland.request.LetterSamples.OFFICE;
import static openland.request.Stated.*;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import openland.request.LetterFacts.Asked;
import openland.request.LetterFacts.Party;

/** One letter of each kind, as it is kept in {@code docs/letters}: all invented. */
final class SampleLetters {
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private int number = 31;

    private SampleLetters() {}

    /** By file name without its ending, in the order of the reply types. */
    static Map<String, Letter> all() {
        var all = new SampleLetters();
        all.granted();
        all.refused();
        all.notHeld();
        all.notHandled();
        all.notices();
        all.toOthers();
        all.former();
        return all.letters;
    }

    private static LetterFacts about(String subject) {
        return LetterFacts.of(OFFICE, new Asked("QH2026-0137", ASKED.applicant(), ASKED.receivedOn(), subject), LetterSamples.LETTER_DAY);
    }

    private LetterFacts reply(String code, String choice, String subject) {
        return LetterSamples.reply(about(subject), LetterSamples.TYPES.byCode(code), choice);
    }

    private void keep(String name, LetterKind kind, LetterFacts facts) {
        letters.put(name, LetterSamples.WRITING.write(kind, facts.numbered("青自然资公开〔" + facts.date().getYear() + "〕" + number++ + "号")));
    }

    private void keep(String name, LetterFacts facts) {
        keep(name, LetterKind.REPLY, facts);
    }

    private void granted() {
        keep("R01-已主动公开", reply("R01", null, ASKED.subject()));
        keep("R02-予以公开", reply("R02", null, ASKED.subject()));
        keep("R03-部分公开", reply("R03", null, "云岭镇石桥村2025年第三批次征收土地的补偿安置方案及补偿费发放表")
                .enclose("云岭镇石桥村2025年第三批次征收土地补偿安置方案（12页）", "补偿费发放表（已作区分处理，6页）").state(WITHHELD_PART, "补偿费发放表中各户户主的身份证件号码和银行账号"));
    }

    private void refused() {
        keep("R04-国家秘密", reply("R04", null, "云岭镇1∶10000基本比例尺地形图数据").state(SECRECY_BASIS, "青密定〔2025〕3号定密决定，密级为秘密，保密期限十年")
                .state(REASON, "该数据已经依法定密，仍在保密期限内，不能作区分处理"));
        keep("R05-法律行政法规禁止", reply("R05", null, "石桥采石场延续采矿许可申请中的选矿试验数据").state(GROUND_ARTICLE, "《中华人民共和国行政许可法》第五条第二款")
                .state(REASON, "该数据是申请人在行政许可中提交的未披露信息，申请人不同意披露，也不涉及国家安全和重大社会公共利益"));
        keep("R06-三安全一稳定", reply("R06", "公共安全", "青禾县民用爆炸物品储存库周边地块的坐标").state(REASON, "坐标公开后可以确定储存库的准确位置和防护距离，增加被盗抢、破坏的危险"));
        keep("R07-第三方合法权益", reply("R07", "商业秘密", "石桥采石场采矿权人报送的开采设计").state(REASON,
                "开采设计中的矿层坐标、成本测算没有对外公布，采矿权人采取了保密措施，公开后同业可以据此测算其报价；本机关认为不公开不会对公共利益造成重大影响"));
        keep("R08-内部事务", reply("R08", null, "青禾县自然资源局2026年中层干部竞争上岗的考察材料").state(CATEGORY, "人事管理方面的信息")
                .state(REASON, "考察材料只用于本机关内部的人事管理，不对外产生约束力，公开会影响考察对象和谈话人的正常工作"));
        keep("R09-过程性信息", reply("R09", null, "2026年征收土地补偿标准调整的请示").state(REASON, "该请示尚未得到批复，内容可能改变，公开会使被征地群众对补偿标准产生误解；标准确定以后，本机关将依法公布"));
        keep("R10-行政执法案卷", reply("R10", null, "云岭镇石桥村非法占地案的调查材料").state(REASON, "该案正在办理，公开调查材料会影响案件的查处和当事人、证人的权利；案件的处罚决定作出后将依法公示"));
        keep("R11-行政查询事项", reply("R11", null, "青禾县云岭路12号房屋的不动产登记资料").state(GROUND_ARTICLE, "《不动产登记暂行条例》第二十七条")
                .state(REASON, "权利人、利害关系人可以依法查询、复制不动产登记资料，查询时请携带身份证明和有关的证明材料"));
    }

    private void notHeld() {
        keep("R12-非本机关", reply("R12", "非本机关", "青禾县2026年老旧小区改造计划").state(REASON, "该计划由住房和城乡建设主管部门制作，本机关没有制作，也不是最初获取的机关"));
        keep("R12-信息不存在", reply("R12", "不存在", "云岭镇石桥村2024年征收土地的补偿安置方案").state(REASON, "该村2024年没有实施过征收土地")
                .state(SEARCH_MADE, "2026年11月2日至4日，由利用股和档案室两名工作人员，用“石桥村”“征收”“补偿安置”为词，检索了公文系统、征地档案数据库和2023年至2025年的纸质档案，均没有找到"));
        keep("R13-需要另行制作", reply("R13", null, "2016年以来全县征收土地面积与补偿金额的逐年对比分析").state(REASON, "本机关保存有各批次的批准文件和补偿方案，没有制作过逐年的对比分析，得出所要的结果需要逐份汇总、计算"));
        keep("R14-补正后仍不明确", reply("R14", null, "石桥村土地的有关材料").state(CORRECTION_DATE, "2026-10-28")
                .state(REASON, "补正后的申请仍然写作“石桥村土地的全部有关材料”，没有名称、文号、年份或者地块，无法确定指向哪些文件").state(GUIDANCE, "写明文件的名称、文号，或者地块的位置和大致年份"));
    }

    private void notHandled() {
        keep("R15-信访举报投诉", reply("R15", null, "请查处石桥村村干部侵占集体土地一事").state(REASON, "申请的内容是请求查处，没有指向以一定形式记录、保存的信息"));
        keep("R16-重复申请", reply("R16", null, ASKED.subject()).state(PREVIOUS_DATE, "2026-08-14"));
        keep("R17-公开出版物", reply("R17", null, "《青禾年鉴（2025）》自然资源部分").state(ADDRESS_OR_WAY, "《青禾年鉴（2025）》由出版社公开发行，可以在青禾县图书馆地方文献室（青禾县文苑路6号）借阅"));
        keep("R18-大量反复申请", reply("R18", null, ASKED.subject()).state(REASONS_ASKED_ON, "2026-11-02")
                .state(REASON, "您在2026年11月9日的说明中写明，多次申请是为了促使本机关提高另一宗土地的补偿标准，与所申请的信息没有关系"));
        keep("R19-要求确认或重新出具", reply("R19", null, "在2026年8月14日提供的补偿安置方案复印件上盖章确认").state(REASON, "该方案已随青自然资公开〔2026〕21号答复书提供给您"));
        keep("R20-逾期不补正", reply("R20", null, "石桥村土地的有关材料").state(CORRECTION_UNTIL, "2026-11-13"));
        var earlier = LetterFacts.of(OFFICE, new Asked("QH2026-0121", ASKED.applicant(), LocalDate.of(2026, 9, 28), "2019年至2025年各批次征收土地的全部档案"), LetterSamples.LETTER_DAY);
        keep("R21-逾期未缴费", LetterSamples.reply(earlier, LetterSamples.TYPES.byCode("R21"), null).state(FEE_AMOUNT, "4300").state(FEE_UNTIL, "2026-11-09"));
        keep("R22-其他处理", reply("R22", null, ASKED.subject()).state(REASON, "您于2026年11月16日书面撤回申请，本机关终止办理"));
    }

    private LetterFacts notice(LetterKind kind, String choice, String subject) {
        return LetterSamples.notice(about(subject), kind, choice);
    }

    private void notices() {
        keep("登记回执", LetterKind.RECEIPT, on(LocalDate.of(2026, 10, 26), notice(LetterKind.RECEIPT, null, ASKED.subject())
                .state(DUE_DERIVATION, "收到之日不计，从2026年10月27日起数20个工作日；这段时间里没有法定节假日和调休，只跳过四个周末")));
        keep("补正通知书", LetterKind.CORRECTION, on(LocalDate.of(2026, 10, 28), notice(LetterKind.CORRECTION, null, "石桥村土地的有关材料").state(CORRECTION_UNTIL, "2026-11-13")
                .state(GUIDANCE, "可以写明文件的名称、文号，或者地块所在的村组和大致年份；也可以到窗口由工作人员协助填写")));
        keep("延期答复告知书", LetterKind.EXTENSION, on(LocalDate.of(2026, 11, 18), notice(LetterKind.EXTENSION, null, ASKED.subject()).state(REASON, "附图共有86幅，需要逐幅审查")));
        keep("说明理由通知书", LetterKind.REASONS, on(LocalDate.of(2026, 11, 2), notice(LetterKind.REASONS, null, ASKED.subject()).state(REASONS_UNTIL, "2026-11-13")));
        keep("延迟答复告知书", LetterKind.DELAY, notice(LetterKind.DELAY, null, ASKED.subject()).state(REASON, "所申请的档案共有86卷，需要逐页审查，在20个工作日和延长期内均无法完成"));
        var asked = new Asked("QH2026-0121", ASKED.applicant(), LocalDate.of(2026, 9, 28), "2019年至2025年各批次征收土地的全部档案");
        keep("收费通知书", LetterKind.FEE, LetterSamples.notice(LetterFacts.of(OFFICE, asked, LocalDate.of(2026, 10, 12)), LetterKind.FEE, "按件计收").state(FEE_UNTIL, "2026-11-09")
                .state(COUNTS, "2026年9月共提出41件，内容为各批次土地档案的逐页复制件"));
    }

    private void toOthers() {
        keep("第三方意见征询书", LetterKind.THIRD_PARTY_ENQUIRY, on(LocalDate.of(2026, 11, 6), notice(LetterKind.THIRD_PARTY_ENQUIRY, null, "石桥采石场采矿权人报送的开采设计")
                .enclose("第三方意见回复单").state(ANSWER_WAY, "在所附回复单上写明意见和理由，盖章后寄回或者送到本机关")));
        keep("机关意见征询函-共同制作", LetterKind.ORGAN_ENQUIRY, notice(LetterKind.ORGAN_ENQUIRY, "共同制作", "云岭河石桥段河道管理范围与征收土地范围重叠情况说明"));
        keep("机关意见征询函-其他机关", LetterKind.ORGAN_ENQUIRY, notice(LetterKind.ORGAN_ENQUIRY, "其他机关", ASKED.subject()));
        keep("决定公开告知第三方书", LetterKind.DISCLOSURE_TO_THIRD_PARTY, notice(LetterKind.DISCLOSURE_TO_THIRD_PARTY, null, "石桥采石场采矿权人报送的开采设计")
                .state(THIRD_PARTY_RESULT, "2026年11月12日书面答复，认为开采设计全部属于商业秘密，不同意公开")
                .state(REASON, "石桥村有62户住在爆破警戒范围附近，不公开安全距离可能对村民的人身安全造成重大影响；这一部分不涉及成本和矿层坐标"));
    }

    /** Received under the Regulation of 2007 and answered while review was a matter of choice. */
    private void former() {
        var asked = new Asked("QH2019-0022", new Party("青禾县云岭果业合作社", true), LocalDate.of(2019, 5, 10), "2018年全县耕地质量等别评定的内部讨论记录");
        var sender = new LetterFacts.Sender(OFFICE.name(), OFFICE.contact(), "青禾县人民政府或者上一级自然资源主管部门", OFFICE.court(), null);
        keep("R09-2007年条例", LetterSamples.reply(LetterFacts.of(sender, asked, LocalDate.of(2019, 5, 29)), LetterSamples.TYPES.byCode("R09"), null)
                .state(CATEGORY, "评定工作的讨论记录").state(REASON, "讨论记录只反映评定过程中的不同意见，评定结果已经公布"));
    }

    private static LetterFacts on(LocalDate day, LetterFacts facts) {
        return new LetterFacts(facts.sender(), facts.asked(), day, facts.number(), facts.to(), facts.electronic(), facts.type(), facts.choice(), facts.stated(), facts.body());
    }
}
