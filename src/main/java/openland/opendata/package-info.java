/** Standard interfaces for data (CKAN, OAI-PMH, OGC, DCAT, Atom). Not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure"})
package openland.opendata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
