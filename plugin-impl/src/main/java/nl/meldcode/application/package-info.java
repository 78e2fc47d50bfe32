/** What staff do, one class per act. */
@NullMarked
package nl.meldcode.application;

import org.jspecify.annotations.NullMarked;
