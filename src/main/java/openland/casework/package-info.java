/** Cases, moves, case clocks, publishing duties, the worklist. So far: what is due, for the desk, from whichever room knows it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening"})
package openland.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
