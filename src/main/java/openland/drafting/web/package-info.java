/** The officers' API for drafts, and the desk pages of drafting. */
@NullMarked
package openland.drafting.web;

import org.jspecify.annotations.NullMarked;
