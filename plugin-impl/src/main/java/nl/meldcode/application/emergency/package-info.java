/** Emergency access: opened with five conditions or not at all, and reviewed by somebody else. */
@NullMarked
package nl.meldcode.application.emergency;

import org.jspecify.annotations.NullMarked;
