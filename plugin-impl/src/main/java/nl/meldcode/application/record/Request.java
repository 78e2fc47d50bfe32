package nl.meldcode.application.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a request to record.
 *
 * @param readVersion number of the last entry that the person had read; null when not named
 */
public record Request(UUID idempotencyKey, @Nullable Long readVersion) {}
