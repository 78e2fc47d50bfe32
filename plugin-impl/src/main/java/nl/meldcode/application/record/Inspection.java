package nl.meldcode.application.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.port.EntryJson;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Shapes;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Fault;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with what somebody sent: form, shape and what it points at. */
public final class Inspection {
  private final EntryJson json;
  private final Shapes shapes;
  private final Roster roster;

  public Inspection(EntryJson json, Shapes shapes, Roster roster) {
    this.json = json;
    this.shapes = shapes;
    this.roster = roster;
  }

  Roster roster() {
    return roster;
  }

  EntryJson.Read read(byte[] body) {
    return json.read(body);
  }

  /** Adds to the faults of form those of shape and reference; a place is named once. */
  List<Fault> faults(EntryJson.Read read, Entry entry, Caller caller, @Nullable Dossier dossier) {
    List<Fault> all = new ArrayList<>(read.faults());
    Set<String> named = new HashSet<>();
    all.forEach(fault -> named.add(fault.pointer()));
    addNew(shapes.faults((Record) entry), named, all);
    addNew(entry.faults(new PupilReferences(caller, dossier, roster)), named, all);
    return all;
  }

  private static void addNew(List<Fault> more, Set<String> named, List<Fault> all) {
    for (Fault fault : more) {
      if (named.stream().noneMatch(known -> covers(known, fault.pointer()))) {
        all.add(fault);
      }
    }
    more.forEach(fault -> named.add(fault.pointer()));
  }

  private static boolean covers(String known, String pointer) {
    return known.equals(pointer)
        || known.startsWith(pointer + "/")
        || pointer.startsWith(known + "/");
  }
}
