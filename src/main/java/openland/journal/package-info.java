/** The private, append-only record of what officers did (审计): rows in the transaction of the act, sealed into a chain of hashes within a second. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page"})
package openland.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
