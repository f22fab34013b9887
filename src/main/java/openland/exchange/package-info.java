/** Sharing between levels: feed, peers, pull, accept. Not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure"})
package openland.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
