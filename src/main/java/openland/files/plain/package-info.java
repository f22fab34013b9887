/** Files that are text: TXT, CSV. */
@NullMarked
package openland.files.plain;

import org.jspecify.annotations.NullMarked;
