/** Emergency access: for a short while more than the role opens, with a reason and with notice. */
@NullMarked
package nl.meldcode.domain.emergency;

import org.jspecify.annotations.NullMarked;
