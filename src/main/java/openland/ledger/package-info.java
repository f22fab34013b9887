/** The public Merkle log of everything that became public: append, tree, checkpoints, proofs, cursors of readers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "page", "journal"})
package openland.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
