package nl.meldcode.adapter.oneroster;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.domain.access.Role;

/**
 * One OneRoster server, as the board's administrator configured it. The secret is not in it, only
 * the file that holds it.
 *
 * @param server a name for the server that never changes, also when its address does: every id of
 *     ours is made from it
 * @param baseUri such as {@code https://host.example/ims/oneroster/rostering/v1p2}
 * @param schools the sourcedId of each school that is switched on
 * @param roles per school the roles of people by sourcedId, on top of what OneRoster says
 */
public record OneRosterSettings(
    String server,
    URI baseUri,
    URI tokenUri,
    String clientId,
    Path secretFile,
    Map<SchoolId, String> schools,
    Map<SchoolId, Map<String, Set<Role>>> roles) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Throws StartRefused when it cannot work or would not be safe. */
  public OneRosterSettings {
    schools = Map.copyOf(schools);
    roles = Map.copyOf(roles);
    if (server.isBlank()) {
      throw new StartRefused("oneroster: the server has no name");
    }
    if (schools.isEmpty()) {
      throw new StartRefused("oneroster: no school is switched on");
    }
    if (!isSafe(baseUri) || !isSafe(tokenUri)) {
      throw new StartRefused("oneroster: both addresses begin with https");
    }
    if (!Files.isReadable(secretFile)) {
      throw new StartRefused("oneroster: the file with the secret cannot be read: " + secretFile);
    }
  }

  private static boolean isSafe(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())));
  }

  boolean isSchool(String sourcedId) {
    return schools.containsValue(sourcedId);
  }

  /** What the table gives that person at that school; nothing for most. */
  Set<Role> rolesOf(SchoolId school, String sourcedId) {
    return roles.getOrDefault(school, Map.of()).getOrDefault(sourcedId, Set.of());
  }

  @Override
  public String toString() {
    return "OneRosterSettings[" + server + "]";
  }
}
