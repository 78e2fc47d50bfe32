package nl.meldcode.application.reminding;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.HostUnavailable;
import nl.meldcode.application.port.Mail;
import nl.meldcode.application.port.MailRefused;
import nl.meldcode.application.port.MailUnavailable;
import nl.meldcode.application.port.Reminders;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.SchoolStaff;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.Assessments;
import nl.meldcode.application.view.ReadWorkList;
import nl.meldcode.domain.access.Person;

/**
 * Mails each member of staff once on a morning of school who has something due or late: how many,
 * and where. A mail is read by who walks past and kept by others: there is no name in it, no word
 * of what kind of task it is, and no address to follow. For one thread.
 */
public final class RemindByMail {
  private static final LocalTime FROM = LocalTime.of(7, 30);

  /** Who comes to it later finds it on the list. */
  private static final LocalTime UNTIL = LocalTime.of(15, 0);

  private static final Duration AGAIN = Duration.ofMinutes(15);

  private final Parts parts;
  private final String product;
  private Instant notBefore = Instant.MIN;

  /** What it needs; {@code dossiers} are the real ones. */
  public record Parts(
      Dossiers dossiers,
      Roster roster,
      ReadWorkList workList,
      Assessments assessments,
      Reminders reminders,
      Mail mail,
      Texts texts,
      Gate gate) {}

  /** Takes as {@code product} how staff call the system in which they find their tasks. */
  public RemindByMail(Parts parts, String product) {
    this.parts = parts;
    this.product = product;
  }

  /**
   * Looks whether it is time, and reminds; when the mail server or the host is away the rest is
   * tried again after a while.
   *
   * @return false: there is never more at once
   * @throws nl.meldcode.application.port.StoreUnavailable when nothing can be read or kept
   */
  public boolean run() {
    Instant now = parts.gate().now();
    ZonedDateTime here = now.atZone(parts.gate().clock().getZone());
    LocalTime time = here.toLocalTime();
    if (time.isBefore(FROM) || !time.isBefore(UNTIL) || now.isBefore(notBefore)) {
      return false;
    }
    notBefore = now.plus(AGAIN);
    LocalDate today = here.toLocalDate();
    Round round = round(today);
    try {
      round.tasks.forEach((staff, tasks) -> remind(staff, tasks, round, today));
      if (round.whole) {
        notBefore = here.toLocalDate().plusDays(1).atTime(FROM).atZone(here.getZone()).toInstant();
      }
    } catch (MailUnavailable e) {
      // Nobody waits for it; the next attempt begins with whom this one did not reach.
    }
    return false;
  }

  /** Who has how many tasks, over all schools where the person works. */
  private static final class Round {
    private final Map<StaffId, Integer> tasks = new LinkedHashMap<>();
    private final Map<StaffId, String> addresses = new LinkedHashMap<>();
    private boolean whole = true;
  }

  private Round round(LocalDate today) {
    Round round = new Round();
    List<SchoolId> schools =
        parts.dossiers().pupils().stream().map(Dossiers.Whom::school).distinct().toList();
    for (SchoolId school : schools) {
      try {
        if (parts.assessments().isSchoolDay(school, today)) {
          count(school, round);
        }
      } catch (HostUnavailable e) {
        round.whole = false;
      }
    }
    return round;
  }

  private void count(SchoolId school, Round round) {
    SchoolStaff staff = parts.roster().staff(school);
    round.addresses.putAll(parts.roster().addresses());
    for (StaffMember member : staff.members()) {
      if (round.addresses.containsKey(member.id()) && parts.reminders().wanted(member.id())) {
        Person person = new Person(member.id(), school, member.roles());
        Visitor visitor = new Visitor(person, school, staff, DutchDates.DUTCH);
        int pressing = parts.workList().pressing(visitor);
        if (pressing > 0) {
          round.tasks.merge(member.id(), pressing, Integer::sum);
        }
      }
    }
  }

  private void remind(StaffId staff, int tasks, Round round, LocalDate today) {
    String address = round.addresses.get(staff);
    if (address == null || !parts.reminders().takeTurn(staff, today)) {
      return;
    }
    try {
      parts.mail().send(letter(address, tasks));
    } catch (MailUnavailable e) {
      parts.reminders().giveBack(staff, today);
      throw e;
    } catch (MailRefused e) {
      if (e.later()) {
        parts.reminders().giveBack(staff, today);
        round.whole = false;
      } // else the turn is spent: today the same address would be refused again
    }
  }

  private Mail.Letter letter(String address, int tasks) {
    Locale dutch = DutchDates.DUTCH;
    String key = tasks == 1 ? "reminder.one" : "reminder.more";
    return new Mail.Letter(
        address,
        parts.texts().say(dutch, "reminder.subject", product),
        parts.texts().say(dutch, key, tasks, product));
  }
}
