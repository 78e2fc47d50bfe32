/**
 * What one person may see of one pupil, ready for a page. Made anew for each answer, never stored.
 */
@NullMarked
package nl.meldcode.application.view;

import org.jspecify.annotations.NullMarked;
