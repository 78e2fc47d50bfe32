/** How dossiers of different pupils or times belong together (A.10). Links copy nothing. */
@NullMarked
package nl.meldcode.domain.linking;

import org.jspecify.annotations.NullMarked;
