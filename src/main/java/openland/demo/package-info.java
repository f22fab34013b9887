/** The demonstration that fills an empty folder, through the ordinary services. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "office", "catalogue", "casework", "disclosure", "drafting", "ledger", "request"})
package openland.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
