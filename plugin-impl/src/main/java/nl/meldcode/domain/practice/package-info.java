/** What tells a dossier to practise on from a real one. */
@NullMarked
package nl.meldcode.domain.practice;

import org.jspecify.annotations.NullMarked;
