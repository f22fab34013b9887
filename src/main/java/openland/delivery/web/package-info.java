/** How mail goes, for those who run the program. */
@NullMarked
package openland.delivery.web;

import org.jspecify.annotations.NullMarked;
