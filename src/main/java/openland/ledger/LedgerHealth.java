package openland.ledger;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the log is read-only or cannot be signed; out of service while this node is out of touch with the database. */
@Component("ledgerHealthIndicator")
class LedgerHealth implements HealthIndicator {
    private final Standing standing;
    private final Contact contact;

    LedgerHealth(Standing standing, Contact contact) {
        this.standing = standing;
        this.contact = contact;
    }

    @Override
    public Health health() {
        var reason = standing.doubt().or(standing::hindrance);
        if (reason.isPresent()) {
            return Health.down().withDetail("reason", reason.get()).build();
        }
        return contact.inTouch(System.nanoTime()) ? Health.up().build() : Health.outOfService().build();
    }
}
