/** Formats that are text, and the archive that holds files of any format: TXT, CSV, HTML, ZIP. */
@NullMarked
package openland.files.plain;

import org.jspecify.annotations.NullMarked;
