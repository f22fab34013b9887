package openland.office;

/** Who has chosen a password. */
public enum PasswordKind {
    /** The officer himself. */ OWN,
    /** The 系统管理员, who therefore knows it: it is good for one sign-in, at which it is changed. */ ONCE,
    /** The same for somebody who holds posts: the 安全保密管理员 must let it pass first. */ HELD
}
