/** Ids, time, keyset pages, refusals with reasons, canonical JSON, the database and the data folder. Everything may stand on it; it stands on nothing. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package openland.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
