/** The pages for staff and the parents' portal. */
@NullMarked
package nl.meldcode.referencehost.page;

import org.jspecify.annotations.NullMarked;
