package openland.request.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Digests;
import openland.base.Refusal;
import openland.request.Filing;
import openland.request.InformationRequest;
import openland.request.RequestSight;
import openland.request.RequestSight.Part;
import openland.request.RequestSight.Viewer;
import openland.request.Requests;
import org.springframework.stereotype.Component;

/**
 * Whose forms this browser may look at: those whose number and query code it has shown. It is kept in the session, for half an hour after
 * the last look, with a digest of the code: a code that was replaced opens nothing any more. No account is needed.
 */
@Component
class Tracking {
    private static final String TRACKED = "tracked";
    private static final int MOST = 20;

    private final Requests requests;
    private final RequestSight sight;

    Tracking(Requests requests, RequestSight sight) {
        this.requests = requests;
        this.sight = sight;
    }

    /** From now on this browser may; its session gets another id, so that nobody who knew the old one comes along. */
    void remember(Filing filing, HttpServletRequest request) {
        var tracked = new ArrayList<>(tracked(request));
        var entry = entry(filing);
        tracked.remove(entry);
        tracked.add(entry);
        while (tracked.size() > MOST) {
            tracked.removeFirst();
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession(true).setAttribute(TRACKED, String.join(" ", tracked));
    }

    void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(TRACKED);
            if (!session.getAttributeNames().hasMoreElements()) {
                session.invalidate();
            }
        }
    }

    /** Those it may look at, the latest first. */
    List<Filing> filings(HttpServletRequest request) {
        return tracked(request).reversed().stream().flatMap(entry -> filing(entry).stream()).toList();
    }

    private Optional<Filing> filing(String entry) {
        return requests.filing(UUID.fromString(entry.substring(0, entry.indexOf(':')))).filter(filing -> entry(filing).equals(entry));
    }

    Optional<Filing> filing(UUID id, HttpServletRequest request) {
        return filings(request).stream().filter(filing -> filing.id().equals(id)).findFirst();
    }

    /** A request and as whom this browser sees it. */
    record Seen(InformationRequest one, Filing filing, Viewer viewer) {}

    /** @throws Refusal NOT_FOUND when it may not, whether there is such a request or not */
    Seen see(UUID id, HttpServletRequest request) {
        var filing = requests.byId(id).flatMap(one -> filing(one.filing(), request).or(() -> handedOver(one, request)))
                .orElseThrow(() -> Refusal.notFound("没有这件申请，或者还没有用它的编号和查询码打开。"));
        var viewer = new Viewer.ApplicantOf(filing.id());
        return new Seen(sight.see(id, Part.PROGRESS, viewer), filing, viewer);
    }

    /** What another office handed on is the same applicant's, under another number: the first one's code opens it too. */
    private Optional<Filing> handedOver(InformationRequest one, HttpServletRequest request) {
        var from = one.follows();
        var filing = requests.filing(one);
        return from == null ? Optional.empty() : requests.byId(from).flatMap(earlier -> filing(earlier.filing(), request))
                .filter(earlier -> earlier.applicant().equals(filing.applicant())).map(_ -> filing);
    }

    private static List<String> tracked(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(TRACKED) instanceof String entries ? Stream.of(entries.split(" ")).toList() : List.of();
    }

    private String entry(Filing filing) {
        var digest = Digests.sha256(requests.code(filing).text().getBytes(StandardCharsets.UTF_8));
        return filing.id() + ":" + HexFormat.of().formatHex(digest, 0, 16);
    }
}
