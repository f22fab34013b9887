package openland.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Time;
import openland.disclosure.Disclosures;
import openland.disclosure.Dossiers;
import openland.disclosure.Edition;
import openland.disclosure.Piece;
import openland.disclosure.Projection;
import openland.files.Files;
import openland.files.FilePage;
import openland.ledger.Commitment;
import openland.ledger.Ledger;
import openland.page.SiteUrl;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One piece for people: its editions, its proof, and its tombstone once it is withdrawn. */
@Controller
class PiecePages {
    private final Disclosures disclosures;
    private final Dossiers dossiers;
    private final Files files;
    private final Ledger ledger;
    private final SiteUrl site;
    private final InstantSource time;

    PiecePages(Disclosures disclosures, Dossiers dossiers, Files files, Ledger ledger, SiteUrl site, InstantSource time) {
        this.disclosures = disclosures;
        this.dossiers = dossiers;
        this.files = files;
        this.ledger = ledger;
        this.site = site;
        this.time = time;
    }

    @GetMapping("/disclosures/{id}")
    ModelAndView piece(@PathVariable UUID id, HttpServletResponse response) {
        var piece = found(id);
        var withdrawal = piece.withdrawn();
        return withdrawal != null ? tombstone(piece, withdrawal, response)
                : page(piece, Objects.requireNonNull(piece.current(), "neither current nor withdrawn"));
    }

    @GetMapping("/disclosures/{id}/editions/{number}")
    ModelAndView edition(@PathVariable UUID id, @PathVariable int number, HttpServletResponse response) {
        var piece = found(id);
        var line = piece.line(number).orElseThrow(PiecePages::notFound);
        var withdrawal = piece.withdrawn() != null ? piece.withdrawn() : line.withdrawn();
        return withdrawal != null ? tombstone(piece, withdrawal, response)
                : page(piece, disclosures.edition(id, number).orElseThrow(PiecePages::notFound));
    }

    /** The very bytes that the ledger commits to. */
    @GetMapping("/disclosures/{id}/editions/{number}/canonical")
    ResponseEntity<byte[]> canonical(@PathVariable UUID id, @PathVariable int number) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON)
                .body(disclosures.readable(id, number).canonical().getBytes(StandardCharsets.UTF_8));
    }

    /** What makes the ledger's commitment checkable, in hexadecimal; deleted with the content when it is withdrawn. */
    @GetMapping(path = "/disclosures/{id}/editions/{number}/salt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> salt(@PathVariable UUID id, @PathVariable int number) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.TEXT_PLAIN)
                .body(Digests.hex(disclosures.readable(id, number).salt()));
    }

    @GetMapping("/disclosures/{id}/editions/{number}/files/{sha256}")
    ResponseEntity<InputStreamResource> file(@PathVariable UUID id, @PathVariable int number, @PathVariable String sha256) {
        var file = attachment(disclosures.readable(id, number).projection(), sha256);
        var bytes = files.openPublished(sha256).orElseThrow(PiecePages::notFound);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.type())).contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .body(new InputStreamResource(bytes));
    }

    /** What can be read of an attachment, as a page. */
    @GetMapping("/disclosures/{id}/editions/{number}/files/{sha256}/view")
    ModelAndView view(@PathVariable UUID id, @PathVariable int number, @PathVariable String sha256,
            @RequestParam(defaultValue = "1") int page) {
        var shown = disclosures.readable(id, number).projection();
        var file = attachment(shown, sha256);
        var content = disclosures.file(id, number, sha256).orElseThrow(PiecePages::notFound);
        var address = "/disclosures/" + id + "/editions/" + number;
        return FilePage.of(file.name(), files.format(file.type()), new FilePage.Link(shown.title(), address),
                address + "/files/" + sha256, address + "/files/" + sha256 + "/view", content, page, List.of());
    }

    private static Projection.Attachment attachment(Projection shown, String sha256) {
        return shown.attachments().stream().filter(file -> file.sha256().equals(sha256)).findFirst()
                .orElseThrow(PiecePages::notFound);
    }

    /** By 索引号, which may contain slashes and is unique per issuer only. */
    @GetMapping("/i/**")
    ModelAndView byIndexNumber(HttpServletRequest request) {
        var number = URLDecoder.decode(request.getRequestURI().substring("/i/".length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        var pieces = disclosures.byIndexNumber(number);
        return switch (pieces.size()) {
            case 0 -> throw Refusal.notFound("没有索引号为“" + (number.length() > 80 ? number.substring(0, 80) + "…" : number) + "”的信息。");
            case 1 -> new ModelAndView("redirect:/disclosures/" + pieces.getFirst().id());
            default -> new ModelAndView("disclosure/several", Map.of("number", number, "pieces", List.copyOf(pieces)));
        };
    }

    private ModelAndView page(Piece piece, Edition edition) {
        var commitment = Commitment.of(edition.salt(), edition.canonical().getBytes(StandardCharsets.UTF_8));
        return new ModelAndView("disclosure/piece", Map.of("page",
                new PiecePage(piece, edition, commitment, ledger.holds(edition.ledgerIndex(), commitment), site.of("/disclosures/" + piece.id()), Time.dateOf(time.instant()), files::format, dossiers.ofPiece(piece.id()))));
    }

    private static ModelAndView tombstone(Piece piece, Piece.Withdrawal withdrawal, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        return new ModelAndView("disclosure/tombstone", Map.of("piece", piece, "withdrawal", withdrawal));
    }

    private Piece found(UUID id) {
        return disclosures.find(id).orElseThrow(PiecePages::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("没有这件信息。");
    }
}
