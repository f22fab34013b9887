/** Pages and interfaces of information requests: the citizen's, the counter's, the desk's. */
@NullMarked
package openland.request.web;

import org.jspecify.annotations.NullMarked;
