/** Published things only: editions, index numbers (索引号), publishing and withdrawal. Content is never updated here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "calendar", "office", "journal", "form", "files", "ledger", "catalogue", "delivery", "screening", "casework"})
package openland.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
