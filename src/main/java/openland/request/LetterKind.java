package openland.request;

/** Which paper of a request it is. A reply (答复书) has a {@link ReplyType} besides; closing without a reply is the types R20 and R21. */
public enum LetterKind {
    /** 答复书, 告知书. */ REPLY("答复"),
    /** 登记回执. */ RECEIPT("登记回执"),
    /** 补正通知书. */ CORRECTION("补正通知书"),
    /** 延期答复告知书. */ EXTENSION("延期答复告知书"),
    /** 第三方意见征询书: never tells who asked. */ THIRD_PARTY_ENQUIRY("第三方意见征询书"),
    /** 机关意见征询函, to a co-producing or another organ: never tells who asked. */ ORGAN_ENQUIRY("机关意见征询函"),
    /** 决定公开告知第三方: never tells who asked. */ DISCLOSURE_TO_THIRD_PARTY("决定公开告知第三方书"),
    /** 说明理由通知书. */ REASONS("说明理由通知书"),
    /** 延迟答复告知书. */ DELAY("延迟答复告知书"),
    /** 信息处理费收费通知书. */ FEE("信息处理费收费通知书");

    private final String label;

    LetterKind(String label) {
        this.label = label;
    }

    /** The name in Chinese. */
    public String label() {
        return label;
    }
}
