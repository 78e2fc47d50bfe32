/** The demo school De Vlieger, generated from a seed; every person is fictional. */
@NullMarked
package nl.meldcode.referencehost.seed;

import org.jspecify.annotations.NullMarked;
