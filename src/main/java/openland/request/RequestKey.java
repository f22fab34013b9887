package openland.request;

import java.nio.file.Path;
import java.util.UUID;
import openland.base.SealingKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key under which identity papers lie and from which query codes are made: {@code keys/request}. */
@Component
class RequestKey {
    private final SealingKey key;
    private final FilingStore filings;

    RequestKey(@Value("${openland.files}") Path files, FilingStore filings) {
        this.key = new SealingKey(files, "request", "暂时不能办理依申请公开");
        this.filings = filings;
    }

    /** Makes the key before the very first form; a key that was lost later is not replaced. Within a transaction. */
    void ready() {
        if (!key.exists()) {
            filings.hold("request-key");
            if (!filings.hasAny()) {
                key.make();
            }
        }
    }

    QueryCode code(UUID filing) {
        return QueryCode.of(key.code(filing + " " + filings.codes(filing)));
    }

    byte[] encrypt(UUID applicant, byte[] plain) {
        return key.encrypt(applicant, plain);
    }

    byte[] decrypt(UUID applicant, byte[] sealed) {
        return key.decrypt(applicant, sealed);
    }
}
