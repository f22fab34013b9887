/** The data folder and the PostgreSQL database: the embedded one that lives in the folder, or a server by URL; its roles and its pools. */
@NullMarked
package openland.base.database;

import org.jspecify.annotations.NullMarked;
