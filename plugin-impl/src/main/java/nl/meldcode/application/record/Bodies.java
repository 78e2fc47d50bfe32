package nl.meldcode.application.record;

import java.util.ArrayList;
import java.util.List;
import nl.meldcode.application.port.SentJson;
import nl.meldcode.application.port.Shapes;
import nl.meldcode.domain.entry.Fault;

/** Reads what somebody sent that is no entry, naming the faults of its form and of its values. */
public record Bodies(SentJson json, Shapes shapes) {
  /** Reads it; what was read is to be used only when nothing is wrong with it. */
  public <T extends Record> SentJson.Read<T> read(Class<T> type, byte[] body) {
    SentJson.Read<T> read = json.read(type, body);
    T sent = read.sent();
    List<Fault> faults = new ArrayList<>(read.faults());
    if (sent != null) {
      faults.addAll(shapes.faults(sent));
    }
    return new SentJson.Read<>(sent, faults);
  }
}
