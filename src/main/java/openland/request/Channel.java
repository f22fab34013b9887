package openland.request;

import java.util.Optional;
import java.util.stream.Stream;

/** How a request came (条例第二十九条), and which day is therefore the day of its receipt (第三十一条). */
public enum Channel {
    COUNTER("当面提交", "当面提交的，以提交之日为收到申请之日", false, "3.1.1"),
    REGISTERED_POST("挂号信、特快专递等需要签收的邮件", "以签收之日为收到申请之日", false, "3.1.4"),
    ORDINARY_POST("平常信函等无须签收的邮件", "应当在收到申请的当日与申请人确认，以确认之日为收到申请之日", true, "3.1.4"),
    FAX("传真", "以双方确认之日为收到申请之日", true, "3.1.2"),
    MAIL("电子邮件", "以双方确认之日为收到申请之日", true, "3.1.3"),
    WEB("本网站", "以双方确认之日为收到申请之日", true, "3.1.3");

    private final String label;
    private final String receivedOn;
    private final boolean confirmed;
    private final String oldRow;

    Channel(String label, String receivedOn, boolean confirmed, String oldRow) {
        this.label = label;
        this.receivedOn = receivedOn;
        this.confirmed = confirmed;
        this.oldRow = oldRow;
    }

    public String label() {
        return label;
    }

    /** Which day is the day of receipt, in words. */
    public String receivedOn() {
        return receivedOn;
    }

    /** True when the day of receipt is the day on which the office and the applicant have confirmed it. */
    public boolean needsConfirmation() {
        return confirmed;
    }

    /** The row of the statistics form of 2014 to 2018 that counts it. */
    public String oldRow() {
        return oldRow;
    }

    public static Optional<Channel> of(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
