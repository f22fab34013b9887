/** Findings in text: personal data that must not go out. Rules come in as values. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "form", "files"})
package openland.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
