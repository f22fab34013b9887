/** Random inspections (双随机) and draws (摇号). Not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure", "drafting", "search", "opendata", "exchange"})
package openland.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
