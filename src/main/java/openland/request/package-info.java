/**
 * Information requests (依申请公开): from the form or the counter to the answer, the remedies and the figures. What happened is a list
 * of events; stage, clock and outcome are computed from it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework", "disclosure", "drafting", "search", "opendata", "exchange"})
package openland.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
