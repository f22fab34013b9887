package openland.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openland.form.PastedStyles.Look;
import org.jsoup.nodes.Element;

/** What of a pasted text cannot be taken along, or was never to be seen. */
final class LeftOut {
    private static final Set<String> PICTURES = Set.of("img", "v:imagedata");

    private int pictures;
    private int comments;
    private int deletions;
    private int hidden;

    /** Whether an element stays behind; it is counted. */
    boolean counts(Element element, Look look) {
        if (PICTURES.contains(element.normalName())) {
            pictures++;
        } else if (look.isComment()) {
            comments++;
        } else if (element.nameIs("del") || look.isDeleted()) {
            deletions++;
        } else if (look.isHidden() || element.hasAttr("hidden")) {
            hidden++;
        } else {
            return false;
        }
        return true;
    }

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
