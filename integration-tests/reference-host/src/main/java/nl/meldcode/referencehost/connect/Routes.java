package nl.meldcode.referencehost.connect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which method at which address is answered by what. */
final class Routes {
  private final List<Route> routes = new ArrayList<>();

  /** Answers a call. */
  @FunctionalInterface
  interface Handler {
    Reply handle(Call call) throws IOException;
  }

  /** A route that was found, with the ids out of the path. */
  record Match(Route route, Map<String, String> path) {}

  /** {@code template} has names in braces where ids stand. */
  record Route(String method, String template, Scope scope, boolean open, Handler handler) {
    Optional<Match> match(String path) {
      String[] wanted = template.split("/", -1);
      String[] given = path.split("/", -1);
      if (wanted.length != given.length) {
        return Optional.empty();
      }
      Map<String, String> ids = new HashMap<>();
      for (int i = 0; i < wanted.length; i++) {
        if (wanted[i].startsWith("{")) {
          ids.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
        } else if (!wanted[i].equals(given[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(new Match(this, ids));
    }
  }

  Routes get(String template, Scope scope, Handler handler) {
    return add("GET", template, scope, handler);
  }

  Routes add(String method, String template, Scope scope, Handler handler) {
    routes.add(new Route(method, template, scope, false, handler));
    return this;
  }

  /** A GET that needs no token. */
  Routes open(String template, Handler handler) {
    routes.add(new Route("GET", template, Scope.NONE, true, handler));
    return this;
  }

  Match find(String method, String path) {
    List<Match> here = routes.stream().flatMap(route -> route.match(path).stream()).toList();
    if (here.isEmpty()) {
      throw ApiProblem.notFound();
    }
    return here.stream()
        .filter(match -> match.route().method().equals(method))
        .findFirst()
        .orElseThrow(() -> new ApiProblem(ProblemType.METHOD_NOT_ALLOWED, method));
  }
}
