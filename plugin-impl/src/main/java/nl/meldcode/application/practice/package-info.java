/** A pupil who does not exist, to practise on, kept apart from all that is real. */
@NullMarked
package nl.meldcode.application.practice;

import org.jspecify.annotations.NullMarked;
