/** What a school fills in itself, beside its dossiers. */
@NullMarked
package nl.meldcode.domain.school;

import org.jspecify.annotations.NullMarked;
