/** Layout, components, error pages, headers and the accessibility frame of every page. It knows no room. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {"base"})
package openland.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
