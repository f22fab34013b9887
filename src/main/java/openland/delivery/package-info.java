/** Channels beside the site (SMS, mail, WeChat …) with receipts and retry. Not built yet. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "office", "journal", "ledger"})
package openland.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
