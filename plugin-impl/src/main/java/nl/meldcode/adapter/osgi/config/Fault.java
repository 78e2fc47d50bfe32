package nl.meldcode.adapter.osgi.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param pid of the configuration, as the framework names it
 * @param key the line; of a line that nobody knows its name alone
 * @param value what stands there; null when there is nothing, or it is not to be shown
 * @param wrong the text {@code wrong.WRONG} says what is wrong
 * @param standard what holds without that line; null when it has to be there
 */
public record Fault(
    String pid, String key, @Nullable String value, String wrong, @Nullable String standard) {}
