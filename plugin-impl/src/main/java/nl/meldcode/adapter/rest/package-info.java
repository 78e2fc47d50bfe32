/** The programming interface under {@code /meldcode/api}: Jersey on the Servlet Whiteboard. */
@NullMarked
package nl.meldcode.adapter.rest;

import org.jspecify.annotations.NullMarked;
