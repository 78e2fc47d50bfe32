/**
 * The commands {@code bundle/backup} and {@code bundle/restore}: their words, and what they print.
 */
@NullMarked
package nl.meldcode.command;

import org.jspecify.annotations.NullMarked;
