package nl.meldcode.application.view;

import org.jspecify.annotations.Nullable;

/** One step of the line: its state as a word, and one detail. */
public record StepRow(String id, String state, String word, @Nullable String detail) {}
