/** Who is asking about whom, and what they may do: decided here for every route. */
@NullMarked
package nl.meldcode.application.desk;

import org.jspecify.annotations.NullMarked;
