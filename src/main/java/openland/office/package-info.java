/** Offices (机构) with history, officers, posts, sign-in, and the permission check at the act. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "form", "journal"})
package openland.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
