package openland.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps what has a virus, or may have one, from everybody. The verdict belongs to a content, by its SHA-256: a cleaned copy
 * is scanned by itself, because its bytes are what people get.
 */
@Component
class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    /** While somebody looks on; a scan that takes longer is made again in the background. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scanning scanning;
    private final ScanStore scans;
    private final InstantSource time;

    Quarantine(Scanning scanning, ScanStore scans, InstantSource time) {
        this.scanning = scanning;
        this.scans = scans;
        this.time = time;
    }

    /**
     * Scans what is about to be stored. When the scanner gives no answer it may be stored, and waits.
     *
     * @throws Refusal UNPROCESSABLE when there is a virus in it: it must not be stored
     */
    void admit(String sha256, InputStream bytes) throws IOException {
        try (bytes) {
            if (verdictOn(sha256, bytes) == Verdict.INFECTED) {
                LOG.warn("A file with a virus was refused: {}", sha256);
                throw new Refusal(Reason.UNPROCESSABLE, "文件里查出病毒，没有保存。请用杀毒软件处理原件后再上传。");
            }
        }
    }

    private Verdict verdictOn(String sha256, InputStream bytes) {
        return scanning.isOn() ? scans.put(sha256, scanning.scan(bytes, PATIENCE), time.instant()) : verdict(sha256);
    }

    /** What is known of a stored file. One that was stored before there was a scanner waits for it. */
    Verdict verdict(String sha256) {
        return scans.verdict(sha256).filter(known -> scanning.isOn() || known == Verdict.INFECTED)
                .orElse(scanning.isOn() ? Verdict.WAITING : Verdict.CLEAN);
    }

    /** @throws Refusal CONFLICT while nobody may open it */
    void mustBeClean(String sha256) {
        mustNotBeInfected(sha256);
        if (verdict(sha256) != Verdict.CLEAN) {
            throw Refusal.conflict("这个文件还没有查毒，查完以前不能查看、下载和公开。系统会自动再查，请过几分钟再试。");
        }
    }

    /** For what is public already: it stays so unless something was found. @throws Refusal CONFLICT */
    void mustNotBeInfected(String sha256) {
        if (verdict(sha256) == Verdict.INFECTED) {
            throw Refusal.conflict("这个文件查出病毒，不再提供查看和下载。");
        }
    }
}
