package openland.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import openland.base.Wording;
import org.jspecify.annotations.Nullable;

/**
 * How a reply went out, and on which day it therefore counts as given (国办公开办函〔2016〕235号).
 *
 * @param on    signed for, posted, or made available; today when null
 * @param proof who signed for it; of the post the number of the mail
 */
public record Delivery(Way way, @Nullable LocalDate on, String proof) {
    /** 送达方式. */
    public enum Way {
        HAND("当面送达或者委托送达", "以申请人签收之日为答复之日"),
        /** Only through the postal enterprise (235号第二条). */ POST("邮寄", "只通过邮政企业寄送，以交邮之日为答复之日"),
        ELECTRONIC("网上提供或者电子邮件", "以进入申请人系统、在本网站可以取得之日为答复之日");

        private final String label;
        private final String rule;

        Way(String label, String rule) {
            this.label = label;
            this.rule = rule;
        }

        public String label() {
            return label;
        }

        /** Which day counts, in words. */
        public String rule() {
            return rule;
        }

        public static Optional<Way> of(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }

    public Delivery {
        proof = Wording.line(proof, "签收人或者邮件号码", 100);
        Words.must(way == Way.ELECTRONIC || !proof.isEmpty(), way == Way.POST ? "请填写挂号信或者邮政快递的邮件号码。" : "请填写签收人。");
    }
}
