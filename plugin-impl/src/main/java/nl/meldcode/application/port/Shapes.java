package nl.meldcode.application.port;

import java.util.List;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;

/** Checks an entry against the constraints on its record: present, length, date, form. */
public interface Shapes {
  /** Every fault, with a pointer and a message key. */
  List<Fault> faults(Entry entry);
}
