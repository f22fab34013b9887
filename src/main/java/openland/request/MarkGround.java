package openland.request;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a part of a paper is not given (区分处理, 条例第三十七条): the grounds of 第十四条 to 第十六条. */
public enum MarkGround {
    PRIVACY("个人隐私", "15"),
    TRADE_SECRET("商业秘密", "15"),
    STATE_SECRET("国家秘密", "14"),
    FORBIDDEN("法律、行政法规禁止公开", "14"),
    SECURITY("危及安全稳定", "14"),
    INTERNAL("内部事务信息", "16"),
    PROCESS("过程性信息", "16"),
    ENFORCEMENT("行政执法案卷信息", "16");

    private final String label;
    private final String article;

    MarkGround(String label, String article) {
        this.label = label;
        this.article = article;
    }

    public String label() {
        return label;
    }

    /** As it is painted on the mark and read aloud: 个人隐私（第15条）. */
    public String said() {
        return label + "（第" + article + "条）";
    }

    public static Optional<MarkGround> of(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
