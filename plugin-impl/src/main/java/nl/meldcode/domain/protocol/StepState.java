package nl.meldcode.domain.protocol;

import nl.meldcode.domain.entry.Step;
import org.jspecify.annotations.Nullable;

/**
 * Where one step stands.
 *
 * @param detail a few words beside it ("3 signalen, 2 tot 9 februari"); null when there is nothing
 *     to say
 */
public record StepState(Step step, StepStatus status, @Nullable Message detail) {}
