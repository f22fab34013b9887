package openland.request;

/** Where a request stands; its clock and its outcome are other things. */
public enum Stage {
    SUBMITTED("待确认", "已经提交，等待与您确认收到"),
    REGISTERED("已登记", "已经登记，正在看内容是否清楚"),
    CORRECTING("等待补正", "等您补充或者说明"),
    PROCESSING("办理中", "正在查找、研究"),
    GIVING_REASONS("等待说明理由", "等您说明理由"),
    PAYING("等待缴费", "等您缴费"),
    DRAFTING("起草答复", "正在起草答复"),
    SECRECY("保密审查", "答复正在审核"),
    LEGAL("合法性审核", "答复正在审核"),
    APPROVAL("审批", "答复正在审核"),
    SIGNED("待送达", "答复已经签发，正在送达"),
    CLOSED("已办结", "已经答复"),
    WITHDRAWN("已撤回", "您已经撤回");

    private final String label;
    private final String plain;

    Stage(String label, String plain) {
        this.label = label;
        this.plain = plain;
    }

    public String label() {
        return label;
    }

    /** For the applicant, in plain words. */
    public String plain() {
        return plain;
    }

    /** True while an answer is still owed. */
    public boolean isOpen() {
        return this != CLOSED && this != WITHDRAWN;
    }
}
