/** Channels beside the site, with retry and a trace of what did not go out. So far: mail. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "office", "journal", "ledger"})
package openland.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
