/** The executable catalogue (主动公开目录): packs are loaded, validated, versioned and overlaid. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form"})
package openland.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
