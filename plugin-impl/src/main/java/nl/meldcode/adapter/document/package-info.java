/** Documents for parents, archive and paper, as PDF/A-2b. */
@NullMarked
package nl.meldcode.adapter.document;

import org.jspecify.annotations.NullMarked;
