package nl.meldcode.domain.entry;

/** What is asked by those whose data these are, and what the school answers (C.4). */
public sealed interface Rights extends Entry
    permits AccessDecision, AskedOfSchool, Rectification, RequestAnswered {}
