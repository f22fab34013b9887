/**
 * The three Office Open XML formats: DOCX, XLSX, PPTX. A copy is made part by part from a list of what may stay;
 * whatever is left out or changed on the way is what the file hides, so that finding and removing are one walk.
 */
@NullMarked
package openland.files.ooxml;

import org.jspecify.annotations.NullMarked;
