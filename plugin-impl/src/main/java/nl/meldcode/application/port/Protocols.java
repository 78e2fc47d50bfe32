package nl.meldcode.application.port;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.protocol.Protocol;

/** The published protocols. Safe for use by several threads. */
public interface Protocols {
  /**
   * The protocol with that key and version, which a dossier keeps to the end.
   *
   * @throws IllegalArgumentException when there is none
   */
  Protocol byId(ProtocolId id);

  /** All that are known. */
  List<ProtocolId> all();

  /** The protocol that a school has chosen for its new dossiers. */
  ProtocolId chosenBy(SchoolId school);

  /**
   * Every text that findings and steps of that protocol name by key, in MessageFormat's form; Dutch
   * where the language has none.
   *
   * @throws IllegalArgumentException when there is no such protocol
   */
  Map<String, String> texts(ProtocolId id, Locale language);
}
