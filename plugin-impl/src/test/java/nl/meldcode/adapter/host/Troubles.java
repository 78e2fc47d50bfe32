package nl.meldcode.adapter.host;

import static nl.meldcode.adapter.host.HostStub.json;

import java.util.Map;
import nl.meldcode.adapter.host.HostStub.Answering;
import nl.meldcode.adapter.host.HostStub.Canned;
import nl.meldcode.application.port.RosterContract.Trouble;

/** How a host on loopback plays what may be wrong with one. */
public final class Troubles {
  private Troubles() {}

  public static Answering answering(Trouble trouble) {
    Canned reply =
        switch (trouble) {
          case DOWN -> json(503, "{}");
          case LOGIN_PAGE -> HostStub.loginPage();
          case OTHER_JSON -> json(200, "{\"message\": \"try later\"}");
          case JUNK -> json(200, "{\"users\": [\0");
          case TOO_LARGE -> json(200, "{\"items\": [" + " ".repeat(5 << 20) + "]}");
          case HANGS_UP -> new Canned(-1, Map.of(), "");
        };
    return asked -> reply;
  }
}
