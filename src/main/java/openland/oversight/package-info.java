/** What offices owe and whether they did it, in figures that everybody can open (公开晾晒). Assessment and annual report are not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure", "drafting", "search", "opendata", "exchange", "request", "letters", "consultation", "alert", "inspection"})
package openland.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
