package nl.meldcode.domain.entry;

import jakarta.validation.constraints.NotNull;
import nl.meldcode.api.PersonId;

/** Whether one guardian accepts the help offered (S3.11, S5.2). */
public record GuardianAnswer(@NotNull PersonId guardian, @NotNull Acceptance accepted) {}
