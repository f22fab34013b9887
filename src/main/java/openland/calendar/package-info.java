/** Working days (工作日) with make-up days (调休), and legal time limits with their derivation. Asks nobody what day it is. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page"})
package openland.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
