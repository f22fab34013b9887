package openland.catalogue;

import java.util.List;
import java.util.Map;

/** The ways (公开渠道) by which a piece is made public, as packs name them. */
public final class Channels {
    private static final Map<String, String> LABELS = Map.of("site", "政府网站", "mail", "邮件", "sms", "短信", "wechat", "微信公众号",
            "weibo", "微博", "broadcast", "广播电视", "newspaper", "报纸", "village-board", "村（社区）公示栏", "credit-platform", "信用信息平台");

    private Channels() {}

    static boolean has(String code) {
        return LABELS.containsKey(code);
    }

    /** In the order of the alphabet. */
    static List<String> codes() {
        return LABELS.keySet().stream().sorted().toList();
    }

    /** What people call it; a code that is not known stands for itself. */
    public static String label(String code) {
        return LABELS.getOrDefault(code, code);
    }
}
