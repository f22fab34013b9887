/** Working days with make-up days (调休) and arithmetic with its derivation. Not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page"})
package openland.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
