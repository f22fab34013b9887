/** Indicators, assessment, site watch, annual report. Not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure", "drafting", "search", "opendata", "exchange", "request", "letters", "consultation", "alert", "inspection"})
package openland.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
