/** The working-day calculator, for people and programs. */
@NullMarked
package openland.calendar.web;

import org.jspecify.annotations.NullMarked;
