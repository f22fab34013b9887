/** Home, catalogue and office pages, and the cache before all public pages. */
@NullMarked
package openland.portal.web;

import org.jspecify.annotations.NullMarked;
