/** The databases of this project, SQLite and PostgreSQL, as the code that uses them sees them. */
@NullMarked
package nl.meldcode.sql;

import org.jspecify.annotations.NullMarked;
