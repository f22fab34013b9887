/** Public pages, files and feed of the figures. */
@NullMarked
package openland.oversight.web;

import org.jspecify.annotations.NullMarked;
