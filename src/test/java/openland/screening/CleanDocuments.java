package openland.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Invented documents of the kinds that land offices publish, without anything that must not go out. */
final class CleanDocuments {
    private static final String[] COUNTIES = {"青禾县", "柳河县", "云岭县", "江湾区", "石桥市", "白鹭区"};
    private static final String[] TOWNS = {"柳河镇", "双塘乡", "文昌街道", "石门镇", "杨家集镇", "白水乡"};
    private static final String[] ROADS = {"望江路", "学府街", "人民大道", "兴业路", "滨河东路", "建设巷"};
    private static final String[] SURNAMES = {"张", "王", "李", "赵", "陈", "欧阳", "吴", "周"};
    private static final String[] NAMES = {"建国", "秀英", "志强", "海燕", "文博", "丽华", "军", "敏"};
    private static final String[] FIRMS = {"联创科技园管理有限公司", "绿野农业开发有限公司", "远山矿业有限责任公司", "安居置业有限公司"};
    private static final String[] USES = {"商务金融用地", "城镇住宅用地", "工业用地", "物流仓储用地"};

    private final Random random;

    CleanDocuments(long seed) {
        this.random = new Random(seed);
    }

    List<String> make(int count) {
        var kinds = List.<Supplier<String>>of(this::notice, this::grantNotice, this::transaction, this::penalty, this::statistics, this::budget, this::boundary,
                this::serviceGuide, this::hearing, this::resume, this::contacts, this::tender, this::acceptances, this::expropriation, this::policy, this::filing, this::reply);
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add(kinds.get(i % kinds.size()).get());
        }
        return all;
    }

    private String notice() {
        return county() + "自然资源局关于" + pick("开展地质灾害汛期巡查", "调整办公时间", "启用新版不动产权证书", "公布测绘资质单位名单") + "的通知\n" + number() + "\n各" + pick("乡镇人民政府", "有关单位") + "：\n"
                + "一、" + sentence() + "\n二、" + sentence() + "\n三、联系人：" + person() + "，电话：" + landline() + "，传真：" + landline() + "，邮编：" + digits(6) + "。\n附件：" + digits(2) + "份\n"
                + county() + "自然资源局\n" + date() + "\n索引号：" + index();
    }

    private String grantNotice() {
        return county() + "国有建设用地使用权挂牌出让公告\n" + number() + "\n地块编号\t土地面积（平方米）\t用途\t容积率\t起始价（万元）\t竞买保证金（万元）\n"
                + rows(3, () -> "QH" + year() + "-0" + digits(2) + "\t" + decimal(5, 2) + "\t" + pick(USES) + "\t≤" + decimal(1, 1) + "\t" + digits(4) + "\t" + digits(3))
                + "竞买保证金账户：户名：" + county() + "财政局土地出让金专户；开户行：" + county() + "农村商业银行；账号：" + account() + "。\n"
                + "保证金到账截止时间为" + date() + "17时00分。报名地址：" + address() + "公共资源交易中心3楼" + digits(3) + "室。\n联系电话：" + landline() + "、" + landline() + "\n网址：http://jy." + digits(4) + ".gov.cn/p/" + digits(18) + ".html";
    }

    private String transaction() {
        return "成交公示\n地块编号：QH" + year() + "-0" + digits(2) + "，宗地代码：" + parcel() + "，不动产单元号：" + parcel() + "F00010001。\n受让人：" + county() + pick(FIRMS) + "，统一社会信用代码：" + creditCode()
                + "。\n成交价：" + amount() + "元（人民币" + cheque() + "元整），楼面地价" + decimal(4, 2) + "元/平方米。\n电子监管号：" + digits(7) + year() + "B" + digits(5) + "，合同编号：" + digits(6) + "-" + year() + "-" + digits(4) + "。\n"
                + "公示期：" + date() + "至" + date() + "。";
    }

    private String penalty() {
        return "行政处罚决定书\n" + number() + "\n当事人：" + pick(SURNAMES) + "某某，" + pick("男", "女") + "，住" + county() + pick(TOWNS) + "，身份证号码：" + digits(4) + "**********" + digits(4) + "，电话138****" + digits(4) + "。\n经查，当事人于"
                + date() + "在" + pick(TOWNS) + "占用土地" + decimal(4, 1) + "平方米建设" + pick("厂房", "仓库", "住宅") + "。\n依据《中华人民共和国土地管理法》第七十七条，罚款" + amount() + "元。\n逾期每日按罚款数额的3%加处罚款。\n"
                + "如不服本决定，可在六十日内申请行政复议，或在六个月内向" + county() + "人民法院起诉。\n执法证号：" + digits(8) + "、" + digits(8) + "\n" + date();
    }

    private String statistics() {
        return year() + "年" + digits(1) + "月土地供应统计表\n地区\t宗数\t面积（公顷）\t价款（万元）\t同比（%）\t住宅\t工业\n"
                + rows(12, () -> pick(COUNTIES) + "\t" + digits(2) + "\t" + decimal(3, 4) + "\t" + decimal(6, 2) + "\t" + decimal(2, 1) + "\t" + digits(4) + "\t" + decimal(4, 3)) + "合计\t" + digits(3) + "\t" + decimal(4, 4) + "\t" + decimal(7, 2) + "\t"
                + decimal(2, 1) + "\t" + digits(5) + "\t" + decimal(5, 3) + "\n填表日期：" + date();
    }

    private String budget() {
        return county() + "自然资源局" + year() + "年部门预算\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n" + rows(15, () -> digits(7) + "\t" + pick("行政运行", "地质灾害防治", "土地资源调查", "住房公积金") + "\t" + amount() + ".00\t" + amount() + ".00\t"
                + amount() + ".00") + "三公经费合计" + decimal(2, 2) + "万元，其中公务接待" + decimal(1, 2) + "万元，国内公务接待" + digits(2) + "批次、" + digits(3) + "人次。";
    }

    private String boundary() {
        return "宗地界址点成果表\n宗地代码：" + parcel() + "\n点号\tX坐标\tY坐标\t边长\n" + rows(20, () -> "J" + digits(2) + "\t3" + decimal(6, 3) + "\t" + pick("39", "40", "19") + decimal(6, 3) + "\t" + decimal(2, 2)) + "中心点：东经117." + digits(6) + "，北纬31." + digits(6)
                + "；117°" + digits(2) + "′" + digits(2) + "." + digits(2) + "″。\n" + "面积：" + decimal(5, 2) + "平方米";
    }

    private String serviceGuide() {
        return "办事指南：" + pick("国有建设用地使用权首次登记", "采矿权延续登记", "建设用地规划许可") + "\n事项编码：" + digits(12) + "000\n实施编码：11" + digits(6) + "MB" + digits(7) + "4" + digits(13) + "\n办理地址：" + address() + county() + "政务服务中心"
                + digits(1) + "楼A区" + digits(2) + "号窗口\n办公时间：周一至周五8:30—12:00，14:00—17:30\n咨询电话：" + landline() + "；监督电话：12345\n收费依据：发改价格〔2016〕2559号；缴款账户：" + county() + "非税收入专户，账号" + account() + "\n办结时限：" + digits(1) + "个工作日";
    }

    private String hearing() {
        return "听证公告\n" + number() + "\n定于" + date() + "9时30分在" + address() + county() + "自然资源局" + digits(1) + "楼" + digits(3) + "会议室，就" + county() + pick(TOWNS) + "片区综合地价调整举行听证。\n听证主持人：" + person() + "；听证员：" + person() + "、" + person()
                + "；记录人：" + person() + "。\n报名电话：" + landline() + "，邮箱：zrzyj@" + "qinghe.gov.cn，截止" + date() + "。";
    }

    private String resume() {
        return person() + "，" + pick("男", "女") + "，汉族，" + (1962 + random.nextInt(25)) + "年" + (1 + random.nextInt(12)) + "月生，" + county() + "人，" + (1985 + random.nextInt(15)) + "年7月参加工作，在职研究生学历。现任" + county() + "自然资源局党组书记、局长。\n1998.07—2003.09　" + county() + pick(TOWNS)
                + "政府办事员\n2003.09—2010.11　" + county() + "国土资源局科员、副股长\n2010.11—2019.01　副局长（其间：2014.03—2016.12在省委党校学习）\n分工：主持全面工作。\n办公电话：" + landline() + "\n办公地址：" + address();
    }

    private String contacts() {
        return "科室通讯录\n科室\t负责人\t办公电话\t房间\n" + rows(10, () -> pick("办公室", "耕地保护科", "开发利用科", "执法监察大队", "不动产登记中心") + "\t" + person() + "\t" + landline() + "\t" + digits(3)) + "投诉举报：12336\n总机：" + landline() + "转" + digits(4) + "\n地址：" + address();
    }

    private String tender() {
        return "采购公告\n项目编号：" + digits(6) + "-" + year() + "-ZB" + digits(5) + "\n项目代码：" + year() + "-" + digits(6) + "-" + digits(2) + "-" + digits(2) + "-" + digits(6) + "\n预算金额：" + amount() + "元\n采购标的：无人机" + digits(1) + "架，设备序列号" + digits(11)
                + "起；车辆" + digits(1) + "辆\n供应商应提供ISBN 9787" + digits(9) + "所载规范的证明。\n开标地点：" + address() + county() + "交易中心" + digits(3) + "室\n采购人地址：" + address() + "，联系方式：" + landline() + "\n代理机构：" + county() + "众信招标咨询有限公司，地址：" + county() + pick(ROADS) + digits(2)
                + "号商务大厦3幢" + digits(3) + "室，电话" + landline();
    }

    private String acceptances() {
        return year() + "年不动产登记受理公示\n受理编号\t坐落\t登记类型\t业务流水号\t受理日期\n" + rows(6, () -> digits(6) + year() + "0" + (1 + random.nextInt(9)) + (10 + random.nextInt(18)) + digits(4) + "\t" + county() + pick(ROADS) + digits(3) + "号" + digits(1) + "幢" + digits(3) + "室\t转移登记\t" + digits(11) + "\t"
                + date()) + "异议请书面送交本局，地址：" + address() + "，电话：" + landline();
    }

    private String expropriation() {
        return "征收土地公告\n" + number() + "\n经批准（皖政地〔" + year() + "〕" + digits(4) + "号），征收" + county() + pick(TOWNS) + "双塘村第三、第四村民组集体土地" + decimal(2, 4) + "公顷。\n村组\t水田（亩）\t旱地（亩）\t补偿（元）\n" + rows(5, () -> "双塘村" + pick("一", "二", "三", "四") + "组\t" + decimal(2, 3) + "\t" + decimal(2, 3)
                + "\t" + amount()) + "补偿登记地点：" + pick(TOWNS) + "人民政府一楼大厅（" + pick(TOWNS) + pick(ROADS) + digits(2) + "号），联系电话" + landline() + "。";
    }

    private String policy() {
        return county() + "人民政府关于印发耕地保护办法的通知\n" + number() + "\n第一条　" + sentence() + "\n第二条　" + sentence() + "\n第十一条　本办法自二〇二" + digits(1).replaceAll("\\d", "六") + "年一月一日起施行。" + number() + "同时废止。\n" + "二〇二六年十一月二十日\n政策咨询：" + landline()
                + "，第一百二十三条、第三章第四节、一二三产业融合。";
    }

    private String filing() {
        return "矿产资源储量评审备案\n备案号：" + digits(6) + year() + digits(4) + "\n采矿许可证号：C" + digits(7) + year() + digits(10) + "\n矿区范围拐点（2000国家大地坐标系）\n" + rows(6, () -> digits(1) + "\t3" + decimal(6, 2) + "\t" + pick("39", "40") + decimal(6, 2)) + "开采标高+" + digits(3) + "米至-" + digits(2) + "米，生产规模"
                + decimal(2, 2) + "万吨/年，可信储量" + digits(4) + "." + digits(2) + "千吨。\n营业执照号：" + creditCode();
    }

    private String reply() {
        return "对县十届人大五次会议第" + digits(3) + "号建议的答复\n" + number() + "\n" + person() + "代表：\n您提出的“" + pick("加快老旧小区登记", "规范砂石开采") + "”的建议收悉，现答复如下：\n" + sentence() + "\n" + year() + "年共办理" + digits(4) + "件，同比增长" + decimal(2, 1) + "%，投入" + amount() + "元。\n联系人：" + person()
                + "　联系电话：" + landline() + "\n抄送：县人大常委会，12345热线工单号GD" + digits(14);
    }

    private String sentence() {
        return pick("严格落实耕地保护责任", "按照规划用途使用土地", "加强监测预警和群测群防", "限期" + digits(2) + "日内整改到位") + "，" + pick("确保面积不少于" + digits(5) + "亩", "误差不超过" + decimal(1, 2) + "米", "完成率达到" + decimal(2, 2) + "%") + "，依据" + number() + "执行。";
    }

    private String rows(int count, Supplier<String> row) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(row.get()).append('\n');
        }
        return rows.toString();
    }

    private String county() {
        return pick(COUNTIES);
    }

    private String person() {
        return pick(SURNAMES) + pick(NAMES);
    }

    private String landline() {
        return pick("0555-", "0551", "（0559）", "0555－") + pick("2", "5", "6", "7") + digits(6);
    }

    private String address() {
        return pick("", "安徽省") + county() + pick(ROADS) + (1 + random.nextInt(300)) + "号";
    }

    private String account() {
        return pick("34001", "2000", "1302", "62284", "1017") + digits(13);
    }

    private String number() {
        return pick("青自然资规", "柳自然资告字", "云政办", "皖自然资函") + "〔" + year() + "〕" + (1 + random.nextInt(300)) + "号";
    }

    private String index() {
        return pick("014000060/" + year() + "-" + digits(5), "11341702486344515H/" + year() + "10-" + digits(5), digits(8) + "-" + digits(1) + "/" + year() + "-" + digits(5), "0" + digits(5) + "-" + year() + "-" + digits(6));
    }

    private String parcel() {
        return "34" + digits(10) + pick("GB", "JC", "JB") + digits(5);
    }

    private String creditCode() {
        return pick("91", "92", "12") + "34" + digits(4) + pick("MA", "68", "00") + digits(7) + pick("X", "K", "3", "5");
    }

    private String amount() {
        return pick(digits(6), digits(8), digits(3) + "," + digits(3) + "," + digits(3), digits(3) + " " + digits(3) + " " + digits(3));
    }

    private String cheque() {
        return pick("壹", "贰", "玖") + "仟" + pick("叁", "肆") + "佰" + pick("伍", "陆") + "拾万";
    }

    private String date() {
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        return pick(year() + "年" + month + "月" + day + "日", "%s-%02d-%02d".formatted(year(), month, day), "%s/%d/%d".formatted(year(), month, day), "%s.%02d.%02d".formatted(year(), month, day));
    }

    private String year() {
        return String.valueOf(2015 + random.nextInt(12));
    }

    private String decimal(int whole, int parts) {
        return digits(whole) + "." + digits(parts);
    }

    /** So many digits, the first not 0. */
    private String digits(int count) {
        var digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }
}
