package openland.disclosure.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import openland.disclosure.Dossiers;
import openland.disclosure.Edition;
import openland.disclosure.Piece;
import openland.ledger.Commitment;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a piece shows.
 *
 * @param commitment computed anew from salt and content
 * @param original   whether that is what the ledger says was published
 * @param address    the page's own, for paper
 * @param today      in China
 * @param formats    how people call a media type
 */
public record PiecePage(Piece piece, Edition edition, Commitment commitment, boolean original, String address, LocalDate today,
        UnaryOperator<String> formats, List<Dossiers.Standing> standings) {
    private static final String FOR_LONG = "长期";

    public boolean isNewest() {
        return piece.current() != null && piece.current().number() == edition.number();
    }

    /** Whether its period of validity (有效期) is over, whatever it says of itself. */
    public boolean isExpired() {
        var until = edition.projection().expiresOn();
        return until != null && !until.equals(FOR_LONG) && LocalDate.parse(until).isBefore(today);
    }

    /** 有效性 as of today, null when the piece has none. */
    public @Nullable String validity() {
        var validity = edition.projection().validity();
        return "有效".equals(validity) && isExpired() ? "失效" : validity;
    }

    /** What that means for the reader, in a sentence. */
    public String meaning() {
        var validity = edition.projection().validity();
        var until = edition.projection().expiresOn();
        if (until != null && isExpired() && ("有效".equals(validity) || "修改".equals(validity))) {
            return "有效期已于" + Dates.words(until) + "届满，不再执行。";
        }
        return switch (String.valueOf(validity)) {
            case "有效" -> until == null ? "这份文件现在有效。" : "这份文件现在有效，有效期" + until(until) + "。";
            case "修改" -> "这份文件修改过，以现在的文本为准。";
            default -> "这份文件已经" + validity + "，不再执行。";
        };
    }

    /** 至2031年10月27日, or 长期. */
    public static String until(String expiresOn) {
        return expiresOn.equals(FOR_LONG) ? expiresOn : "至" + Dates.words(expiresOn);
    }

    /** The editions that can be read, the newest first. */
    public List<Piece.Line> lines() {
        return piece.editions().reversed();
    }

    /** The edition before it that can be read; 0 when there is none, or when it cannot be read itself. */
    public int before(Piece.Line line) {
        return line.withdrawn() != null ? 0 : piece.before(line.number()).map(Piece.Line::number).orElse(0);
    }
}
