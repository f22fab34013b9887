/** Formats that look the same everywhere: PDF, OFD, pictures. What they show, what they hide, and how it is taken out. */
@NullMarked
package openland.files.fixed;

import org.jspecify.annotations.NullMarked;
