package openland.request;

import java.util.ArrayList;
import java.util.List;
import openland.base.Refusal;
import openland.request.LetterFacts.Sender;
import openland.request.ReplyFile.Term;

/** The words on remedies, from the law of the letter's day, and the check of words that somebody else has written. */
final class RemedyText {
    private RemedyText() {}

    static List<String> of(Remedy remedy, Term term, Sender sender) {
        var paragraphs = new ArrayList<String>();
        switch (remedy) {
            case NONE -> { }
            case FREE -> paragraphs.add(free("对本件不服的", term, sender));
            case REVIEW_FIRST -> first("对本件不服的", paragraphs, term, sender);
            case REVIEW_FIRST_FOR_PART -> {
                first("对不予公开的部分不服的", paragraphs, term, sender);
                paragraphs.add(free("对其余部分不服的", term, sender));
            }
        }
        if (!paragraphs.isEmpty() && sender.reviewChannel() != null && term.channelBasis() != null) {
            paragraphs.add("行政复议申请书可以通过互联网提交：" + LetterText.line(sender.reviewChannel(), "提交行政复议申请书的互联网渠道"));
        }
        return paragraphs;
    }

    private static String free(String who, Term term, Sender sender) {
        return who + "，可以自收到本件之日起" + term.reviewWithin() + "内向" + sender.reviewBody() + "申请行政复议（" + term.reviewBasis()
                + "），也可以自收到本件之日起" + term.suitWithin() + "内直接向" + sender.court() + "提起行政诉讼（" + term.suitBasis() + "）。";
    }

    private static void first(String who, List<String> paragraphs, Term term, Sender sender) {
        paragraphs.add(who + "，应当先申请行政复议（" + term.reviewFirstBasis() + "）：可以自收到本件之日起" + term.reviewWithin()
                + "内向" + sender.reviewBody() + "申请行政复议（" + term.reviewBasis() + "）。");
        paragraphs.add("对行政复议决定不服的，可以自收到行政复议决定书之日起" + term.afterReviewWithin() + "内向" + sender.court()
                + "提起行政诉讼；行政复议机关决定不予受理、驳回申请或者超过期限不作答复的，可以自收到决定书之日起或者行政复议期限届满之日起"
                + term.afterReviewWithin() + "内依法提起行政诉讼（" + term.afterReviewBasis() + "）。");
    }

    /** What the plain words on top add where the way to a court is not open at once. */
    static String inShort(Remedy remedy) {
        return switch (remedy) {
            case FREE, NONE -> "";
            case REVIEW_FIRST -> "不同意的，可以在六十日内申请行政复议，不能直接起诉。";
            case REVIEW_FIRST_FOR_PART -> "不同意不公开的部分，可以在六十日内申请行政复议，不能直接起诉。";
        };
    }

    static String inWords(Remedy remedy) {
        return switch (remedy) {
            case FREE -> "应当写明可以申请行政复议，也可以提起行政诉讼";
            case REVIEW_FIRST -> "应当写明先申请行政复议";
            case REVIEW_FIRST_FOR_PART -> "应当写明对不予公开的部分先申请行政复议，对其余部分可以任选";
            case NONE -> "不写救济途径";
        };
    }

    /** @throws Refusal INVALID when these words do not tell of that remedy */
    static void mustTell(Remedy remedy, List<String> paragraphs) {
        var text = LetterText.squeezed(String.join("", paragraphs));
        var reviewFirst = text.contains("应当先申请行政复议");
        var free = text.contains("直接向") && text.contains("申请行政复议") && text.contains("提起行政诉讼");
        switch (remedy) {
            case NONE -> { }
            case FREE -> must(free && text.contains("六十日") && !reviewFirst, remedy);
            case REVIEW_FIRST -> must(reviewFirst && text.contains("六十日") && text.contains("十五日") && !text.contains("直接向"), remedy);
            case REVIEW_FIRST_FOR_PART -> must(reviewFirst && free && text.contains("六十日") && text.contains("十五日"), remedy);
        }
    }

    private static void must(boolean told, Remedy remedy) {
        if (!told) {
            throw Refusal.invalid("救济途径没有写完整：本件" + inWords(remedy) + "，并写明期限（申请行政复议六十日"
                    + (remedy == Remedy.FREE ? "" : "，不服复议决定起诉十五日") + "）。");
        }
    }
}
