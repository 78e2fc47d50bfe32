package nl.meldcode.adapter.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.OpenLaunch;
import nl.meldcode.application.port.HostCapabilities;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.InMemorySessions;
import nl.meldcode.application.port.LaunchClaims;
import nl.meldcode.application.port.LaunchTokens;
import nl.meldcode.application.port.MemoryAccessLog;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.Standing;
import nl.meldcode.application.port.Sessions;
import nl.meldcode.application.port.Tab;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.entry.Observation;
import nl.meldcode.domain.linking.Kin;

/**
 * A plugin without a framework, behind a proxy that puts a path before ours: one host, one teacher,
 * tokens that are words.
 */
final class Desk {
  static final String HOST = "http://localhost:8080";
  static final WebSettings SETTINGS =
      new WebSettings(URI.create("http://127.0.0.1:8080/school/meldcode"), List.of(HOST), "1.0.0");

  private static final Instant NOW = Instant.parse("2026-02-16T10:00:00Z");
  private static final SchoolId SCHOOL = new SchoolId("99XX");
  private static final PupilId PUPIL =
      new PupilId(UUID.fromString("1e984725-c51c-4bf4-9960-e1c80e27aba1"));
  private static final StaffId TEACHER =
      new StaffId(UUID.fromString("2e984725-c51c-4bf4-9960-e1c80e27aba2"));

  final InMemorySessions sessions = new InMemorySessions();
  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final Pages pages = new Pages(SETTINGS);
  final MemoryAccessLog log = new MemoryAccessLog();
  final OpenLaunch launches =
      new OpenLaunch(Desk::verified, new OneTeacher(), sessions, log, clock);
  final LaunchServlet launch = new LaunchServlet(SETTINGS, launches, pages);
  final TabServlet tabs = new TabServlet(sessions, pages, clock);

  /** A session of the teacher: secret for the cookie. */
  String session() {
    return sessions.begin(new Sessions.Session("tenant", TEACHER, NOW, NOW));
  }

  /** A context in it: id for the address. */
  String context(String session, String locale) {
    return sessions.open(
        session, new Sessions.Context(SCHOOL, PUPIL, Locale.forLanguageTag(locale)), NOW);
  }

  /** "parents" and "log" are genuine; "down" finds the host away; all else is refused. */
  private static LaunchTokens.Result verified(String token) {
    return switch (token) {
      case "down" -> throw new HostUnavailable("keys");
      case "parents", "log" ->
          new LaunchTokens.Result.Accepted(
              new LaunchClaims(
                  "issuer",
                  token,
                  "tenant",
                  TEACHER,
                  SCHOOL,
                  PUPIL,
                  Tab.of(token).orElseThrow(),
                  "nl",
                  NOW,
                  NOW.plusSeconds(60),
                  false));
      default -> new LaunchTokens.Result.Refused(LaunchTokens.Reason.SIGNATURE);
    };
  }

  private static final class OneTeacher implements Roster {
    @Override
    public Surroundings around(SchoolId school, PupilId pupil) {
      return new Surroundings(
          new PupilCard(
              pupil,
              "Lotte Hendriks",
              "Lotte",
              LocalDate.of(2017, 5, 1),
              Set.of(),
              "",
              Standing.PRESENT),
          new Family(List.of()),
          staff(school),
          NOW);
    }

    @Override
    public SchoolStaff staff(SchoolId school) {
      return new SchoolStaff(
          "De Springplank",
          List.of(new StaffMember(TEACHER, "Anja Post", Set.of(Role.LK), Set.of())));
    }

    @Override
    public List<PupilName> pupils(SchoolId school) {
      return List.of();
    }

    @Override
    public Map<PupilId, Set<String>> groups(SchoolId school) {
      return Map.of();
    }

    @Override
    public Kin kin(SchoolId school, PupilId pupil) {
      return Kin.none(pupil);
    }

    @Override
    public List<Observation> observations(PupilId pupil, StaffId reader) {
      return List.of();
    }

    @Override
    public boolean isPupil(SchoolId school, PupilId pupil) {
      return true;
    }

    @Override
    public HostCapabilities capabilities() {
      return new HostCapabilities(Set.of());
    }
  }
}
