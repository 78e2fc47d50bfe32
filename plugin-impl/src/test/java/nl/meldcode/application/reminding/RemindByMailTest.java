package nl.meldcode.application.reminding;

import static nl.meldcode.application.School.ANJA;
import static nl.meldcode.application.School.LOTTE;
import static nl.meldcode.application.School.NORA;
import static nl.meldcode.application.School.PETRA;
import static nl.meldcode.application.School.RIK;
import static nl.meldcode.application.School.SEM;
import static nl.meldcode.application.School.TIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.meldcode.Covers;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Mail;
import nl.meldcode.application.port.Mail.Letter;
import nl.meldcode.application.port.MailRefused;
import nl.meldcode.application.port.MailUnavailable;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.practice.RealDossiers;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.practice.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a mail in the morning, and what it says. */
class RemindByMailTest {
  private final TestPlugin plugin = new TestPlugin();
  private final Post post = new Post();
  private RemindByMail remind = reminding();

  private RemindByMail reminding() {
    Gate gate =
        new Gate(
            new Policy(AccessFile.shipped(), plugin.school.clock()),
            plugin.log,
            plugin.school.clock());
    return new RemindByMail(
        new RemindByMail.Parts(
            new RealDossiers(plugin.dossiers),
            plugin.roster,
            plugin.readWorkList,
            plugin.assessments,
            plugin.reminders,
            post,
            new Texts(),
            gate),
        "ParnasSys");
  }

  /** A mail server that is there, or not. */
  private static final class Post implements Mail {
    private final List<Letter> sent = new ArrayList<>();
    private boolean down;
    private String refused = "";

    @Override
    public void send(Letter letter) {
      if (down) {
        throw new MailUnavailable("down");
      }
      if (letter.to().equals(refused)) {
        throw new MailRefused("550", false);
      }
      sent.add(letter);
    }

    List<String> to() {
      return sent.stream().map(Letter::to).sorted().toList();
    }
  }

  /**
   * The report of a talk is late on Friday 13 February; that concerns Anja, Nora, Sem and Petra.
   */
  @BeforeEach
  void aReportIsLate() {
    for (StaffMember one : plugin.school.staff(School.ID).members()) {
      plugin.school.addresses.put(one.id(), address(one));
    }
    late(LOTTE);
    plugin.school.goTo(LocalDate.of(2026, 2, 13));
  }

  private static String address(StaffMember member) {
    return "s" + member.id().toString().substring(0, 6) + "@school.example";
  }

  private void late(PupilId pupil) {
    plugin.recorded(
        NORA,
        pupil,
        """
        {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""");
    plugin.recorded(
        NORA,
        pupil,
        """
        {"kind":"ParentMeeting","on":"2026-02-05","place":"school","schoolParticipants":["%s"],
         "pupilPresent":false}"""
            .formatted(NORA.id()));
  }

  @Test
  @Covers({"P13", "P7"})
  void whoHasSomethingLateGetsOneMailThatSaysHowManyAndNothingElse() {
    remind.run();

    assertThat(post.to()).contains(address(NORA), address(ANJA));
    assertThat(post.to()).doesNotContain(address(TIM), address(RIK)).doesNotHaveDuplicates();
    assertThat(post.sent)
        .allSatisfy(
            one -> {
              assertThat(one.subject()).isEqualTo("Taken in ParnasSys");
              assertThat(one.text())
                  .matches(
                      "U heeft (1 taak|\\d+ taken) in ParnasSys\\. Log in om (hem|ze) te zien\\.");
            });
    assertThat(post.sent.toString()).doesNotContain("@");
  }

  @Test
  @Covers("P13")
  void itSaysAsManyAsTheListHasForThatDay() {
    int pressing = plugin.readWorkList.pressing(visitor(NORA));
    remind.run();
    assertThat(pressing).isPositive();
    assertThat(post.sent)
        .filteredOn(one -> one.to().equals(address(NORA)))
        .extracting(Letter::text)
        .allSatisfy(text -> assertThat(text).contains(" " + pressing + " "));
  }

  private Visitor visitor(StaffMember member) {
    return new Visitor(
        new Person(member.id(), School.ID, member.roles()),
        School.ID,
        plugin.school.staff(School.ID),
        Locale.forLanguageTag("nl"));
  }

  @Test
  @Covers("P13")
  void thereIsOneADayAlsoAfterAStop() {
    remind.run();
    int first = post.sent.size();
    plugin.school.later(Duration.ofMinutes(20));
    remind.run();
    remind = reminding();
    remind.run();
    assertThat(post.sent).hasSize(first);

    plugin.school.goTo(LocalDate.of(2026, 2, 14));
    remind.run();
    assertThat(post.sent).as("Saturday").hasSize(first);
    plugin.school.goTo(LocalDate.of(2026, 2, 17));
    remind.run();
    assertThat(post.sent).as("vacation").hasSize(first);
    plugin.school.goTo(LocalDate.of(2026, 2, 23));
    remind.run();
    assertThat(post.sent.size()).as("Monday").isGreaterThan(first);
  }

  @Test
  @Covers("P13")
  void aMailServerThatIsDownIsTriedAgainTheSameDay() {
    post.down = true;
    remind.run();
    post.down = false;
    plugin.school.later(Duration.ofMinutes(1));
    remind.run();
    assertThat(post.sent).as("not at once").isEmpty();
    plugin.school.later(Duration.ofMinutes(15));
    remind.run();
    assertThat(post.to()).contains(address(NORA)).doesNotHaveDuplicates();
  }

  @Test
  @Covers("P13")
  void anAddressThatIsRefusedKeepsNobodyElseWaiting() {
    post.refused = address(NORA);
    remind.run();
    assertThat(post.to()).contains(address(ANJA), address(PETRA)).doesNotContain(address(NORA));
  }

  @Test
  @Covers("P13")
  void beforeTheMorningAndInTheAfternoonThereIsNone() {
    plugin.school.later(Duration.ofHours(-5));
    remind.run();
    assertThat(post.sent).as("7:00").isEmpty();
    plugin.school.later(Duration.ofHours(9));
    remind.run();
    assertThat(post.sent).as("16:00").isEmpty();
  }

  @Test
  @Covers("P13")
  void whoDoesNotWantItOrHasNoAddressGetsNone() {
    plugin.reminders.want(NORA.id(), false);
    plugin.school.addresses.remove(SEM.id());
    remind.run();
    assertThat(post.to()).contains(address(ANJA)).doesNotContain(address(NORA), address(SEM));
  }

  @Test
  @Covers({"P13", "P8"})
  void nobodyIsRemindedOfAPractice() {
    TestPlugin other = new TestPlugin();
    int real = plugin.readWorkList.pressing(visitor(NORA));
    plugin.school.goTo(LocalDate.of(2026, 2, 9));
    late(Practice.pupil(School.ID, 1));
    plugin.school.goTo(LocalDate.of(2026, 2, 13));
    assertThat(plugin.readWorkList.pressing(visitor(NORA))).isEqualTo(real);
    assertThat(other.readWorkList.pressing(visitor(NORA))).isZero();
  }
}
