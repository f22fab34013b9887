/** Home, catalogue and office pages, the page cache, reconciling of readers. It cannot see drafts: a fact of compilation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure", "search", "opendata", "exchange", "request", "letters", "consultation", "alert", "inspection", "oversight"})
package openland.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
