/** Protocols as data: what they ask of a dossier, and what is still missing (CR1 to CR5, P4). */
@NullMarked
package nl.meldcode.domain.protocol;

import org.jspecify.annotations.NullMarked;
