/** Typed fields: declare, parse, validate, render, describe. Choices come in as values. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page"})
package openland.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
