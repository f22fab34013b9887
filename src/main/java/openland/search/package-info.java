/** The index of published editions: query, filters, highlights. A reader of the ledger. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure"})
package openland.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
