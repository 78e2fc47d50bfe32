package nl.meldcode.application.register;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.VERA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.meldcode.Covers;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.School;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.AccessLog;
import nl.meldcode.application.port.BoardRegister;
import nl.meldcode.application.port.InMemoryMergers;
import nl.meldcode.application.port.MemoryAccessLog;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.register.BoardReferral;
import nl.meldcode.domain.school.Mergers;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private final School school = new School();
  private final MemoryAccessLog log = new MemoryAccessLog();
  private final Gate gate =
      new Gate(new Policy(AccessFile.shipped(), school.clock()), log, school.clock());
  private final InMemoryMergers mergers = new InMemoryMergers();
  private final BoardRegister register = new InMemoryRegister();
  private final ReferToBoard referToBoard = new ReferToBoard(register, gate);
  private final ReadRegister readRegister = new ReadRegister(register, mergers, gate);

  @Test
  @Covers("O11")
  void everyMemberOfStaffAddsAndTheBoardAloneReadsAll() {
    for (StaffMember member : List.of(ANJA, NORA, PETRA, RIK)) {
      assertThat(referToBoard.record(visitor(member), UUID.randomUUID())).isPresent();
    }

    assertThat(writers(VERA)).containsExactlyInAnyOrder(ANJA.id(), NORA.id(), PETRA.id(), RIK.id());
    for (StaffMember member : List.of(ANJA, NORA, PETRA, RIK)) {
      assertThat(writers(member)).as(member.name()).containsExactly(member.id());
    }
  }

  @Test
  @Covers("P6")
  void afterAMergerTheBoardReadsWhatWasWrittenAtTheOldSchool() {
    referToBoard.record(visitor(ANJA), UUID.randomUUID());
    SchoolId next = new SchoolId("99ND");
    Visitor old = visitor(VERA);
    Person vera = new Person(VERA.id(), next, VERA.roles());
    Visitor board = new Visitor(vera, next, old.staff(), old.locale());
    assertThat(readRegister.of(board)).isEmpty();

    mergers.keep(new Mergers(Map.of(School.ID, next)));

    assertThat(readRegister.of(board)).hasSize(1);
  }

  @Test
  void thatTheBoardReadItIsLoggedAndWhoWentThereIsNot() {
    referToBoard.record(visitor(ANJA), UUID.randomUUID());
    writers(ANJA);
    writers(PETRA);
    assertThat(log.events()).isEmpty();

    writers(VERA);

    assertThat(log.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.what()).isEqualTo(AccessLog.What.READ);
              assertThat(event.subject()).isEqualTo("register");
              assertThat(event.staff()).isEqualTo(VERA.id());
              assertThat(event.pupil()).isNull();
            });
  }

  @Test
  @Covers("R05")
  void theSameRequestTwiceIsOneReferral() {
    UUID key = UUID.randomUUID();
    var first = referToBoard.record(visitor(ANJA), key);
    assertThat(referToBoard.record(visitor(ANJA), key)).isEqualTo(first);
    assertThat(referToBoard.record(visitor(NORA), key)).isNotEqualTo(first);

    assertThat(writers(VERA)).containsExactlyInAnyOrder(ANJA.id(), NORA.id());
  }

  @Test
  void whoWorksElsewhereIsRefusedAndThatIsLogged() {
    Visitor stranger =
        new Visitor(
            new Person(ANJA.id(), new SchoolId("99BB"), ANJA.roles()),
            School.ID,
            school.staff(School.ID),
            Locale.ENGLISH);

    assertThat(referToBoard.record(stranger, UUID.randomUUID())).isEmpty();

    assertThat(register.of(School.ID)).isEmpty();
    assertThat(log.events())
        .extracting(AccessLog.Event::what)
        .containsExactly(AccessLog.What.REFUSED);
  }

  private List<StaffId> writers(StaffMember reader) {
    return readRegister.of(visitor(reader)).stream().map(BoardReferral::writer).toList();
  }

  private Visitor visitor(StaffMember member) {
    return new Visitor(
        new Person(member.id(), School.ID, member.roles()),
        School.ID,
        school.staff(School.ID),
        Locale.forLanguageTag("nl"));
  }

  private static final class InMemoryRegister implements BoardRegister {
    private final Map<SchoolId, List<BoardReferral>> all = new HashMap<>();

    @Override
    public BoardReferral add(SchoolId school, BoardReferral referral) {
      List<BoardReferral> here = all.computeIfAbsent(school, one -> new ArrayList<>());
      return here.stream()
          .filter(one -> one.id().equals(referral.id()))
          .findFirst()
          .orElseGet(
              () -> {
                here.add(referral);
                return referral;
              });
    }

    @Override
    public List<BoardReferral> of(SchoolId school) {
      return List.copyOf(all.getOrDefault(school, List.of()));
    }
  }
}
