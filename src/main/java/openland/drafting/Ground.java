package openland.drafting;

import java.util.Optional;
import java.util.stream.Stream;

/** Why personal data, or what the 负面清单 keeps for a third party, may go out all the same. */
public enum Ground {
    CONSENT("consent", "权利人同意公开", "政府信息公开条例第十五条", true, 0),
    PUBLIC_INTEREST("public-interest", "不公开会对公共利益造成重大影响", "政府信息公开条例第十五条", true, 0),
    NOT_PERSONAL("not-personal", "经核对不是个人信息（请写明是什么）", "政府信息公开条例第十七条", false, 4),
    OTHER("other", "其他法定理由（请写明法律、法规的条款）", "", false, 10);

    private final String code;
    private final String label;
    private final String article;
    private final boolean forThirdParties;
    private final int least;

    Ground(String code, String label, String article, boolean forThirdParties, int least) {
        this.code = code;
        this.label = label;
        this.article = article;
        this.forThirdParties = forThirdParties;
        this.least = least;
    }

    /** Its name for programs. */
    public String code() {
        return code;
    }

    /** In Chinese, with the article. */
    public String label() {
        return label + (article.isEmpty() ? "" : "　" + article);
    }

    /** Whether it holds for what the 负面清单 keeps under art. 15, and not only for what the program took for personal data. */
    boolean isForThirdParties() {
        return forThirdParties;
    }

    /** How many signs the reason must have at least. */
    int least() {
        return least;
    }

    static Optional<Ground> of(String code) {
        return Stream.of(values()).filter(ground -> ground.code.equals(code)).findFirst();
    }
}
