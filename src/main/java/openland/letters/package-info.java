/** Mailboxes and violation reports (12336). Not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure", "drafting", "search", "opendata", "exchange"})
package openland.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
