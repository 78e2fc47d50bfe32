/** The texts that people read, in message files. */
@NullMarked
package nl.meldcode.application.text;

import org.jspecify.annotations.NullMarked;
