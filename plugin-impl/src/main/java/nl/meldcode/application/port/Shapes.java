package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.domain.entry.Fault;

/** Checks what somebody sent against the constraints on its record: present, length, date, form. */
public interface Shapes {
  /** Every fault, with a pointer and a message key. */
  List<Fault> faults(Record sent);
}
