/** The smallest host that carries the tabs of the plugin: what the guide for vendors builds up. */
@NullMarked
package nl.meldcode.conformance.example;

import org.jspecify.annotations.NullMarked;
