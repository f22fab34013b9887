package openland.page;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every page carries around its content.
 *
 * @param path   of the request, without parameters
 * @param switches where the links for theme and 关怀版 lead: this page with "theme=" or "care=" still to be added
 * @param theme  {@code dark}, {@code light}, or null for the reader's system
 * @param care   whether the reader wants the 关怀版
 * @param today  2026年11月20日　星期五
 * @param file   the address, with the digest of its content, of a style sheet or script of ours: {@code /openland.css}
 * @param desk   the signed-in officer; null on public pages
 * @param token  the CSRF token, made only when a form asks for it
 */
public record Frame(Site site, String path, String switches, @Nullable String theme, boolean care, String today,
        UnaryOperator<String> file, @Nullable Desk desk, Supplier<Token> token) {

    /** Whose site it is. @param demo whether everything on it is a demonstration (演示) */
    public record Site(String owner, boolean demo) {}

    /** An officer at work. @param line who, in words; @param entries of the navigation */
    public record Desk(String line, List<Entry> entries) {}

    /** An entry of the navigation. */
    public record Entry(String label, String href) {
        /** For {@code aria-current}: "page" where the reader is, else null. */
        public @Nullable String current(String path) {
            return path.equals(href) || !href.equals("/") && !href.equals("/desk") && path.startsWith(href + "/") ? "page" : null;
        }
    }

    /** Name and value of the hidden field against forged requests. */
    public record Token(String name, String value) {}

    private static final List<Entry> PUBLIC = List.of(new Entry("首页", "/"), new Entry("公开目录", "/catalogue"),
            new Entry("机构", "/offices"), new Entry("搜索", "/search"), new Entry("申请公开", "/request"), new Entry("公开晾晒", "/openness"), new Entry("公开账本", "/ledger"));

    /** The entries of the public navigation. */
    public List<Entry> entries() {
        return PUBLIC;
    }

    /** For the html element: null writes no attribute. */
    public @Nullable String careMark() {
        return care ? "" : null;
    }
}
