/** Pages and API of published pieces. */
@NullMarked
package openland.disclosure.web;

import org.jspecify.annotations.NullMarked;
