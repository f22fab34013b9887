/** Sign-in, tokens, the first set-up, and the administrators' pages. */
@NullMarked
package openland.office.web;

import org.jspecify.annotations.NullMarked;
