package nl.meldcode.application.view;

import java.util.List;

/**
 * What another protocol would ask of a dossier that its present one does not.
 *
 * @param becomesMissing in words; empty when nothing would
 */
public record ProtocolChange(String id, String title, List<String> becomesMissing) {
  public ProtocolChange {
    becomesMissing = List.copyOf(becomesMissing);
  }

  @Override
  public String toString() {
    return "ProtocolChange[" + id + "]";
  }
}
