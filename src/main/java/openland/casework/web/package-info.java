/** Pages and interfaces of cases. */
@NullMarked
package openland.casework.web;

import org.jspecify.annotations.NullMarked;
