/** The catalogue for programs outside. */
@NullMarked
package openland.catalogue.web;

import org.jspecify.annotations.NullMarked;
