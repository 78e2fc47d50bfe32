/** Mail over SMTP. */
@NullMarked
package nl.meldcode.adapter.mail;

import org.jspecify.annotations.NullMarked;
