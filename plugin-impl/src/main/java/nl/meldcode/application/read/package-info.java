/** Reading documents and drafts, each after the policy was asked and the log was written. */
@NullMarked
package nl.meldcode.application.read;

import org.jspecify.annotations.NullMarked;
