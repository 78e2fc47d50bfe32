/** Keys and sealing, on the JDK's own cryptography. */
@NullMarked
package nl.meldcode.adapter.crypto;

import org.jspecify.annotations.NullMarked;
