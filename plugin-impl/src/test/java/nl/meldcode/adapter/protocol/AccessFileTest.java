package nl.meldcode.adapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.domain.access.AccessTable;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Circle;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.access.Tie;
import nl.meldcode.domain.dossier.ProtocolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of rights against the rows of the requirements, cell by cell. */
class AccessFileTest {
  private static final AccessTable TABLE = AccessFile.shipped();

  /**
   * Columns LK, GS, IB, AF, DIR, ADM, BOARD, FG: a always, o own pupils, i involved, b own or
   * involved, p own pupils and who was added, n named by the head, e while emergency access lasts,
   * m either, w without an AF at school, - never.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "READ_C1,                p i a a a - - - e",
    "READ_C2,                b i a a a - - - e",
    "READ_C3,                - - a a a - - - e",
    "READ_C4,                - - m m a - - - e",
    "SIGNAL,                 a a a a a a - - a",
    "EMERGENCY,              a a a a a a - - a",
    "ANSWER_EMERGENCY,       - - a - a - - - -",
    "OPEN,                   o i a a a - - - -",
    "PRINT_SIGNALS,          o - a a a - - - -",
    "ACCEPT_HANDOVER,        - - a - a - - - -",
    "CONSULT,                o i a a a - - - -",
    "CONVENE_CONFERENCE,     - - w a a - - - -",
    "ASK_ADVICE,             o - a a a - - - -",
    "CORRECT_OTHERS,         - - a a a - - - -",
    "MANAGE_TEAM,            - - a - a - - - -",
    "NAME_FOR_FAMILY_INFORMATION, - - - - a - - - -",
    "READ_LINKS,             - - a a a - - - -",
    "DECIDE_LINKS,           - - a a - - - - -",
    "READ_WORK_LIST,         a a a a a - - - -",
    "READ_FIGURES,           - - a a a - - - -",
    "PRACTISE,               a - a a a - - - -",
    "READ_LISTS,             a a a a a a - - -",
    "MAINTAIN_LISTS,         - - - a a a - - -",
    "APPROVE_LISTS,          - - - a a - - - -",
    "RECORD_INCIDENT,        - - a a a - - - -",
    "READ_LOG,               - - - - a - - - -",
    "NAME_COACH,             - - a a - - - - -",
    "DECIDE_GROWTH_DOCUMENT, - - a a - - - - -",
    "TALK_WITH_PARENTS,      o i a a a - - - -",
    "ACKNOWLEDGE,            o - a a a - - - -",
    "RELEASE_REPORT,         - - a a a - - - -",
    "CONFIRM_AUTHORITY,      - - a - a - - - -",
    "WAIVE_STEP,             - - a - a - - - -",
    "WEIGH,                  - - a - a - - - -",
    "DECIDE,                 - - a - a - - - -",
    "FOLLOW_UP,              - - a - a - - - -",
    "CLOSE,                  - - a - a - - - -",
    "HOLD,                   - - a - a - - - -",
    "RECEIVE_REQUEST,        - - a a a - - - -",
    "DECIDE_REQUEST,         - - - - a - - - -",
    "ASK_DESTRUCTION,        - - a a - - - - -",
    "DECIDE_DESTRUCTION,     - - - - a - - - -",
    "READ_DESTRUCTIONS,      - - - - a a - a -",
    "READ_HEALTH,            - - - - a a - - -",
    "PRINT_CHRONOLOGY,       - - a a a - - - -",
    "BREAK_GLASS,            - - a a - - - - a",
    "REVIEW_EMERGENCY,       - - - - a - - a -"
  })
  @Covers({"S0.5", "S0.6", "S0.7", "S0.8", "S0.11", "S2.9", "S10"})
  void everyCellIsAsTheRowsSay(Action action, String cells) {
    String[] columns = cells.split(" ", -1);
    for (Role role : Role.values()) {
      assertThat(cell(action, role)).as(action + " " + role).isEqualTo(columns[column(role)]);
    }
  }

  @Test
  void everyActionHasItsRow() {
    String without =
        new String(Resource.bytes("/access/table.json"), StandardCharsets.UTF_8)
            .replaceFirst("\"CLOSE\".*", "\"SHUT\": {},");
    UnreadableProtocol refusal =
        catchThrowableOfType(
            UnreadableProtocol.class,
            () -> AccessFile.read("t.json", without.getBytes(StandardCharsets.UTF_8)));
    assertThat(refusal.pointer()).isEqualTo("/CLOSE");
    assertThat(refusal.problem()).isEqualTo("missing");
  }

  /** A finding must not send somebody to a closed door. */
  @Test
  void whoeverTheProtocolNamesMayEverDoIt() {
    ProtocolId scope = ProtocolId.of("scope-2013@1.0.0");
    ShippedProtocols protocols = new ShippedProtocols(Map.of(), scope);
    ShippedProtocols.PUBLISHED.stream()
        .flatMap(id -> protocols.byId(ProtocolId.of(id)).demands())
        .filter(demand -> !demand.id().equals("S1.9"))
        .forEach(
            demand ->
                assertThat(TABLE.mayAct(action(demand.id())))
                    .as(demand.id())
                    .containsAll(demand.by()));
  }

  private static Action action(String row) {
    return switch (row) {
      case "B2.Q1" -> Action.WEIGH;
      case "B11.1" -> Action.OPEN;
      case "B5.1" -> Action.EMERGENCY;
      case "B5.2" -> Action.ANSWER_EMERGENCY;
      case "S0.3", "S0.4" -> Action.OPEN;
      case "S0.6" -> Action.ACCEPT_HANDOVER;
      case "S0.9", "S1.1", "S1.2", "S1.3" -> Action.SIGNAL;
      case "S2.7", "S2.8", "S2.10" -> Action.CONVENE_CONFERENCE;
      case "S4.11", "B11.2" -> Action.ASK_ADVICE;
      case "S2.9" -> Action.DECIDE_GROWTH_DOCUMENT;
      case "S2.12" -> Action.NAME_COACH;
      case "S3.7" -> Action.CONFIRM_AUTHORITY;
      case "S3.9" -> Action.ACKNOWLEDGE;
      default -> byStep(row);
    };
  }

  private static Action byStep(String row) {
    return switch (row.substring(0, 2)) {
      case "S1" -> Action.OPEN;
      case "S2" -> Action.CONSULT;
      case "S3" -> Action.TALK_WITH_PARENTS;
      case "S4" -> Action.WEIGH;
      case "S6", "B8" -> Action.FOLLOW_UP;
      default -> Action.DECIDE;
    };
  }

  private static int column(Role role) {
    return switch (role) {
      case LK -> 0;
      case GS -> 1;
      case IB -> 2;
      case AF -> 3;
      case DIR -> 4;
      case ADM -> 5;
      case BOARD -> 6;
      case FG -> 7;
      case STAND_IN -> 8;
    };
  }

  /** What the table does, seen from outside: under which relation it permits. */
  private static String cell(Action action, Role role) {
    boolean always = permits(action, role, false, false, true);
    boolean own = permits(action, role, true, false, true);
    boolean involved = permits(action, role, false, true, true);
    boolean withoutAf = permits(action, role, false, false, false);
    if (always) {
      return "a";
    }
    if (withoutAf) {
      return "w";
    }
    Circle added = circle(Tie.ADDED, Tie.SCHOOL_HAS_AF);
    if (own) {
      boolean alsoAdded = TABLE.decide(person(role), action, added).permitted();
      return involved ? "b" : alsoAdded ? "p" : "o";
    }
    if (involved) {
      return "i";
    }
    Circle named = circle(Tie.NAMED, Tie.SCHOOL_HAS_AF);
    Circle emergency = circle(Tie.EMERGENCY, Tie.SCHOOL_HAS_AF);
    boolean ifNamed = TABLE.decide(person(role), action, named).permitted();
    boolean inEmergency = TABLE.decide(person(role), action, emergency).permitted();
    return ifNamed ? inEmergency ? "m" : "n" : inEmergency ? "e" : "-";
  }

  private static Person person(Role role) {
    return new Person(new StaffId(new UUID(0, 1)), new SchoolId("99XX"), Set.of(role));
  }

  private static boolean permits(
      Action action, Role role, boolean teaches, boolean involved, boolean schoolHasAf) {
    Set<Tie> ties = EnumSet.of(Tie.SAME_SCHOOL);
    if (teaches) {
      ties.add(Tie.TEACHES);
    }
    if (involved) {
      ties.add(Tie.PARTICIPANT);
    }
    if (schoolHasAf) {
      ties.add(Tie.SCHOOL_HAS_AF);
    }
    return TABLE.decide(person(role), action, new Circle(ties)).permitted();
  }

  private static Circle circle(Tie... more) {
    Set<Tie> ties = EnumSet.of(Tie.SAME_SCHOOL);
    ties.addAll(Set.of(more));
    return new Circle(ties);
  }

  @Test
  @Covers("S10")
  void nothingIsPermittedAcrossSchools() {
    Person person =
        new Person(new StaffId(new UUID(0, 1)), new SchoolId("99XX"), EnumSet.allOf(Role.class));
    Circle elsewhere = new Circle(EnumSet.complementOf(EnumSet.of(Tie.SAME_SCHOOL, Tie.CONFLICT)));
    assertThat(Action.values())
        .allSatisfy(
            action ->
                assertThat(TABLE.decide(person, action, elsewhere).rule())
                    .isEqualTo("OTHER_SCHOOL"));
  }

  @Test
  @Covers({"A.12.2", "S10"})
  void aConflictOfInterestLeavesOnlyTheSignalAndTheEmergency() {
    Person person =
        new Person(new StaffId(new UUID(0, 1)), new SchoolId("99XX"), EnumSet.allOf(Role.class));
    Circle conflict = new Circle(EnumSet.allOf(Tie.class));
    for (Action action : Action.values()) {
      assertThat(TABLE.decide(person, action, conflict).permitted())
          .as(action.name())
          .isEqualTo(action == Action.SIGNAL || action == Action.EMERGENCY);
    }
  }
}
