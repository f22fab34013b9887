package openland.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import openland.base.Refusal;
import openland.ledger.Ledger;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The log in the files of C2SP tlog-tiles. A tile never changes, so whoever has one keeps it. */
@Controller
class LedgerTiles {
    private static final String PREFIX = "/ledger/tile/";

    private final Ledger ledger;

    LedgerTiles(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/ledger/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        var bytes = Optional.of(request.getRequestURI()).filter(uri -> uri.startsWith(PREFIX)).flatMap(uri -> ledger.tile(uri.substring(PREFIX.length())))
                .orElseThrow(() -> Refusal.notFound("公开账本里没有这个分块：只有最近一次签名包括的分块，路径按C2SP tlog-tiles书写。"));
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(MediaType.APPLICATION_OCTET_STREAM).body(bytes);
    }
}
