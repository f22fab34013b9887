/** The ledger to people and programs. */
@NullMarked
package openland.ledger.web;

import org.jspecify.annotations.NullMarked;
