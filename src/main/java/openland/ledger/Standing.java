package openland.ledger;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import openland.base.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether this node may write to the log. Once it may not, only a person and a new start change that; a hindrance, such
 * as a full disk, ends by itself.
 */
@Component
class Standing {
    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    private final AtomicReference<String> doubt = new AtomicReference<>();
    private final AtomicReference<String> hindrance = new AtomicReference<>();

    /** From now on this node signs and appends nothing. */
    void readOnly(String reason) {
        if (doubt.compareAndSet(null, reason)) {
            LOG.error("THE LEDGER IS READ-ONLY, nothing can be published: {}", reason);
        }
    }

    /** Nothing can be signed for the moment; {@code reason} says what to look at. */
    void hindered(String reason) {
        hindrance.set(reason);
    }

    void unhindered() {
        hindrance.set(null);
    }

    Optional<String> hindrance() {
        return Optional.ofNullable(hindrance.get());
    }

    Optional<String> doubt() {
        return Optional.ofNullable(doubt.get());
    }

    /** @throws Refusal when the log is read-only */
    void mustBeWritable() {
        if (doubt.get() != null) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, "公开账本处于只读状态，暂时不能公开、修改或撤回信息，请联系系统管理员。");
        }
    }
}
