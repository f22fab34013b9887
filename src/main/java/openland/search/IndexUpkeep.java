package openland.search;

import java.time.Duration;
import openland.base.RepeatedWork;
import org.springframework.stereotype.Component;

/** Each second: catch up if the index is behind, commit, and rewrite what holds withdrawn texts. */
@Component
class IndexUpkeep extends RepeatedWork {
    private final Indexing indexing;

    IndexUpkeep(Indexing indexing) {
        super("search-index", Duration.ofSeconds(1));
        this.indexing = indexing;
    }

    @Override
    protected boolean work() {
        boolean more = indexing.catchUp();
        indexing.settle();
        return more;
    }
}
