package nl.meldcode.adapter.host;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import nl.meldcode.adapter.http.HostHttp.Group;
import nl.meldcode.adapter.http.Reply;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.HostRefused;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.domain.entry.Observation;

/** Reads what the host holds about a pupil, in the name of who wants to pick from it. */
record ObservationReader(HostClient host) {
  private static final int LONGEST = 200;
  private static final String CUT = "…";

  /** A page of the host. */
  record Page(List<Wire.Observation> items) {
    Page {
      requireNonNull(items);
    }
  }

  List<Observation> of(PupilId pupil, StaffId reader) {
    HttpRequest.Builder request =
        host.request("/pupils/" + pupil.value() + "/observations")
            .header("On-Behalf-Of", reader.toString())
            .GET();
    try {
      Reply reply = host.send(Group.ROSTER, request).orRefused();
      return reply.as(Page.class).items().stream().map(one -> read(pupil.value(), one)).toList();
    } catch (HostRefused e) {
      if (e.code().equals("forbidden") || e.code().equals("not-found")) {
        return List.of();
      }
      throw new HostUnavailable("OBSERVATIONS: " + e.code());
    }
  }

  private static Observation read(UUID pupil, Wire.Observation said) {
    Wire.same("pupil", pupil, said.pupilId());
    String title = said.title().strip();
    return new Observation(
        said.id(),
        Words.sort(said.kind()),
        said.observedDate(),
        title.length() > LONGEST ? title.substring(0, LONGEST - 1) + CUT : title);
  }
}
