package nl.meldcode.adapter.osgi.config;

import nl.meldcode.adapter.host.HostSettings;
import nl.meldcode.adapter.oneroster.OneRosterSettings;
import nl.meldcode.application.port.Protocols;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration, all of it right.
 *
 * @param protocols all that there are, the chosen one among them
 * @param host null while none is connected
 * @param fromOneRoster whether the host has its rosters there
 * @param oneRoster null when it is not needed, or not configured yet
 * @param shown all of it as text, without what is not to be shown
 */
public record Settings(
    PluginSettings plugin,
    Protocols protocols,
    @Nullable HostSettings host,
    boolean fromOneRoster,
    @Nullable OneRosterSettings oneRoster,
    String shown) {}
