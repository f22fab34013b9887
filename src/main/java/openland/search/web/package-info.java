/** Search for people and programs. */
@NullMarked
package openland.search.web;

import org.jspecify.annotations.NullMarked;
