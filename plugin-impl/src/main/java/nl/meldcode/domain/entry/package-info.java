/**
 * What can be recorded: one record a kind, its shape as constraints, its references as faults.
 * Sealed, hence one package.
 */
@NullMarked
package nl.meldcode.domain.entry;

import org.jspecify.annotations.NullMarked;
