package openland.form;

import java.util.ArrayList;
import java.util.List;

/** What of a pasted text cannot be taken along, or was never to be seen. */
final class LeftOut {
    int pictures;
    int comments;
    int deletions;
    int hidden;

    /** In words, for who pasted it. */
    List<String> notices() {
        var notices = new ArrayList<String>();
        if (pictures > 0) {
            notices.add(pictures + "张图片没有带过来，需要公开的请作为附件上传。");
        }
        if (deletions > 0) {
            notices.add("修订中已删去的" + deletions + "处文字没有带过来。");
        }
        if (comments > 0) {
            notices.add(comments + "处批注没有带过来。");
        }
        if (hidden > 0) {
            notices.add(hidden + "处隐藏文字没有带过来。");
        }
        return notices;
    }
}
