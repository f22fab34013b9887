/** Content-addressed storage of files, their type decided by content, with ceilings. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page"})
package openland.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
