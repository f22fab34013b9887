package openland.request;

import java.util.UUID;
import openland.base.MailAddress;
import openland.base.Refusal;
import openland.base.Wording;

/**
 * What an office says of itself to applicants (公开指南), and what the law leaves it to choose.
 *
 * @param unit        政府信息公开工作机构
 * @param reviewBody  行政复议机关: of a local department the government of its level (行政复议法第二十四条), of a ministry itself (第二十五条)
 * @param reviewChannel where an application for review can be sent over the internet (行政复议法第二十二条第二款); empty when nowhere
 * @param webConfirms whether the receipt that this site gives at once is the confirmation of both sides of 第三十一条第三项: our reading
 * @param fees        whether fees may be proposed at all
 * @param paymentDays within how many working days to pay; the text of 国办函〔2020〕109号 was not read
 * @param numberWord  the letters that its numbers begin with
 */
public record RequestDesk(UUID office, String unit, String address, String postcode, String phone, String fax, String mail, String hours, String reviewBody,
        String court, String reviewChannel, boolean webConfirms, boolean fees, int paymentDays, String numberWord) {
    /** @throws Refusal INVALID that says what is missing */
    public RequestDesk {
        unit = Wording.line(unit, "公开工作机构", 100);
        address = Wording.line(address, "地址", 200);
        postcode = Wording.line(postcode, "邮政编码", 10);
        phone = Wording.line(phone, "电话", 50);
        fax = Wording.line(fax, "传真", 50);
        mail = MailAddress.optional(mail).map(MailAddress::text).orElse("");
        hours = Wording.line(hours, "办公时间", 100);
        reviewBody = Wording.line(reviewBody, "行政复议机关", 100);
        court = Wording.line(court, "人民法院", 100);
        reviewChannel = Wording.line(reviewChannel, "互联网复议渠道", 200);
        numberWord = Wording.line(numberWord, "编号代字", 10);
        Words.must(!unit.isEmpty() && !reviewBody.isEmpty() && !court.isEmpty(), "请写明公开工作机构、行政复议机关和有管辖权的人民法院。");
        Words.must(numberWord.matches("[A-Z]{2,10}"), "编号代字是2到10个大写字母，例如QHSQ。");
        Words.must(paymentDays >= 1 && paymentDays <= 90, "缴费期限是1到90个工作日。");
    }
}
