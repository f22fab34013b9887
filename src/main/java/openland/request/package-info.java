/** Information requests (依申请公开). Not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure", "drafting", "search", "opendata", "exchange"})
package openland.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
