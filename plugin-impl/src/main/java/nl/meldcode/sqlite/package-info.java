/** How this project opens, checks and migrates a SQLite file. */
@NullMarked
package nl.meldcode.sqlite;

import org.jspecify.annotations.NullMarked;
