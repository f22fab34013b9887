package openland.disclosure;

import java.time.Duration;
import openland.base.RepeatedWork;
import org.springframework.stereotype.Component;

/** Forgets the addresses of those who were asked whether they want to follow a dossier (卷) and did not confirm in time. */
@Component
class FollowerUpkeep extends RepeatedWork {
    private final Followers followers;

    FollowerUpkeep(Followers followers) {
        super("followers", Duration.ofHours(1));
        this.followers = followers;
    }

    @Override
    protected boolean work() {
        followers.forget();
        return false;
    }
}
