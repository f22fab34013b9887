package openland.page;

import java.util.ArrayList;
import java.util.List;
import openland.page.Frame.Entry;

/** Where a person can go on from an error. */
final class Ways {
    private Ways() {}

    /** {@code path} as {@link Frame#path()} has it. */
    static List<Entry> on(int status, String method, String path) {
        var ways = new ArrayList<Entry>();
        if (status >= 429 && "GET".equals(method)) {
            ways.add(new Entry("再试一次", path));
        }
        if (status == 503) {
            return ways;   // the others lead to the same sentence
        }
        if (path.startsWith("/desk")) {
            ways.add(new Entry("回工作台", "/desk"));
        } else if (status == 401 || status == 403) {
            ways.add(new Entry("工作人员登录", "/login"));
        }
        ways.add(new Entry("按公开目录找", "/catalogue"));
        ways.add(new Entry("按机构找", "/offices"));
        ways.add(new Entry("回首页", "/"));
        return ways;
    }
}
