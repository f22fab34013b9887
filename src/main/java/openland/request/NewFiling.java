package openland.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import openland.base.MailAddress;
import openland.base.Refusal;
import openland.base.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant fills in, or an officer for him.
 *
 * @param arrivedOn when it came; today for this site
 * @param asks      what is asked for, each a request of its own; at most {@link #MOST}
 * @param clientKey chosen by the form: the same one again is the same filing; null when there is none
 */
public record NewFiling(UUID office, Who who, Channel channel, LocalDate arrivedOn, List<Ask> asks, String form, String delivery, String help, boolean oral,
        @Nullable String clientKey) {
    /** More on one form are refused: they are to be filed apart. */
    public static final int MOST = 10;
    private static final int LONGEST = 2000;

    /**
     * Who asks.
     *
     * @param paper number of the identity paper or credit code; only its digest is kept outside the sealed papers
     */
    public record Who(ApplicantKind kind, String name, String contact, String phone, String mail, String address, String postcode, String paper) {
        /** @throws Refusal INVALID that says what is missing */
        public Who {
            name = Wording.line(name, kind == ApplicantKind.PERSON ? "姓名" : "名称", 100);
            contact = Wording.line(contact, "联系人", 50);
            phone = Wording.line(phone, "联系电话", 30);
            mail = MailAddress.optional(mail).map(MailAddress::text).orElse("");
            address = Wording.line(address, "通信地址", 200);
            postcode = Wording.line(postcode, "邮政编码", 10);
            paper = Wording.line(paper, "证件号码", 40);
            Words.must(!name.isEmpty(), kind == ApplicantKind.PERSON ? "请填写姓名。" : "请填写单位名称。");
            Words.must(!phone.isEmpty() || !mail.isEmpty() || !address.isEmpty(), "请至少留一种联系方式：电话、电子邮箱或者通信地址。");
            Words.must(phone.isEmpty() || phone.matches("[0-9+() -]{5,30}"), "联系电话只写数字，可以加区号和分机。");
            Words.must(postcode.isEmpty() || postcode.matches("[0-9]{6}"), "邮政编码是六位数字。");
        }
    }

    /**
     * One thing.
     *
     * @param asked   name, number or other description (第二十九条第二款第二项)
     * @param purpose only under the rules of 2007
     * @param follows the earlier request whose newer version is wanted; null otherwise
     */
    public record Ask(String asked, String purpose, @Nullable UUID follows) {
        public Ask {
            asked = Wording.text(asked, "所需政府信息", LONGEST);
            purpose = Wording.text(purpose, "用途", LONGEST);
            Words.must(asked.length() >= 2, "请写明需要什么政府信息：名称、文号，或者便于查找的其他特征。");
        }

        public static Ask of(String asked) {
            return new Ask(asked, "", null);
        }
    }

    /** @throws Refusal INVALID that says what is missing or too much */
    public NewFiling {
        asks = List.copyOf(asks);
        form = Wording.line(form, "提供形式", 100);
        delivery = Wording.line(delivery, "获取方式", 100);
        help = Wording.line(help, "需要的帮助", 200);
        Words.must(!asks.isEmpty(), "请写明需要什么政府信息。");
        Words.must(asks.size() <= MOST, "一张申请表最多写" + MOST + "项，其余的请另填一张。");
        Words.must(clientKey == null || clientKey.matches("[0-9A-Za-z-]{8,64}"), "表单的编号不对，请刷新页面重新填写。");
    }
}
