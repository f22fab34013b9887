package openland.office;

/** What is still asked of somebody who has shown who he is, in this order, before he is signed in. */
public enum Step {
    /** A code of the app or a recovery code (动态口令). */ CODE,
    /** A password of his own instead of the one-time one (修改一次性密码). */ PASSWORD,
    /** To set up the second factor that his posts demand (启用动态口令). */ ENROL
}
