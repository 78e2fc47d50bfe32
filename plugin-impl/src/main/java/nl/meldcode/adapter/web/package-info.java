/** Pages, static files and public documents of the plugin, on the Servlet Whiteboard. */
@NullMarked
package nl.meldcode.adapter.web;

import org.jspecify.annotations.NullMarked;
