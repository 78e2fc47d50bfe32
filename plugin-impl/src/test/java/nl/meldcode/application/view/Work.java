package nl.meldcode.application.view;

import static nl.meldcode.application.School.LOTTE;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import nl.meldcode.adapter.protocol.AccessFile;
import nl.meldcode.adapter.protocol.ShippedCalendars;
import nl.meldcode.adapter.protocol.ShippedProtocols;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.School;
import nl.meldcode.application.TestPlugin;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.Policy;
import nl.meldcode.application.desk.Visitor;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.record.Outcome;
import nl.meldcode.application.record.Request;
import nl.meldcode.application.text.Texts;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.dossier.ProtocolId;
import org.jspecify.annotations.Nullable;

/** A school with dossiers, and its people in front of their work lists. */
final class Work {
  private static final String OPENED =
      """
      {"kind":"DossierOpened","on":"2026-02-09","route":"HOME","concerns":["CHILD_ABUSE"]}""";
  final TestPlugin plugin = new TestPlugin();

  static Visitor visitor(StaffMember member, School school) {
    return new Visitor(
        new Person(member.id(), School.ID, member.roles()),
        School.ID,
        school.staff(School.ID),
        Locale.forLanguageTag("nl"));
  }

  /** What a member of staff records about a pupil. */
  void records(StaffMember member, PupilId pupil, String json) {
    Outcome outcome =
        plugin.recordEntry.record(
            plugin.school.caller(member, pupil),
            json.getBytes(StandardCharsets.UTF_8),
            new Request(UUID.randomUUID(), version(pupil)));
    if (!(outcome instanceof Outcome.Done)) {
      throw new AssertionError("not recorded: " + outcome);
    }
  }

  /** Nora opens a dossier about each of them. */
  void opened(PupilId... pupils) {
    for (PupilId pupil : pupils) {
      records(School.NORA, pupil, OPENED);
    }
  }

  /** Nora talked with the parents on Thursday; the report is due in five school days. */
  void talked(PupilId pupil) {
    records(
        School.NORA,
        pupil,
        """
        {"kind":"ParentMeeting","on":"2026-02-05","place":"school","schoolParticipants":["%s"],
         "pupilPresent":false}"""
            .formatted(School.NORA.id()));
  }

  /** Nora records that this member of staff is too close to the family, or not any more. */
  void tooClose(StaffMember member, PupilId pupil, boolean conflict) {
    records(
        School.NORA,
        pupil,
        """
        {"kind":"ConflictOfInterest","member":"%s","conflict":%s,"reason":"Oom.","on":"2026-02-09"}"""
            .formatted(member.id(), conflict));
  }

  private @Nullable Long version(PupilId pupil) {
    var all = plugin.dossiers.of(School.ID, pupil);
    return all.isEmpty() ? null : (Long) all.get(all.size() - 1).version();
  }

  Optional<WorkList> list(StaffMember member) {
    return plugin.readWorkList.of(visitor(member, plugin.school));
  }

  List<WorkRow> rows(StaffMember member) {
    return list(member).orElseThrow().rows();
  }

  /** The pupils on somebody's list, by name and in order of the alphabet. */
  List<String> pupils(StaffMember member) {
    return list(member).stream()
        .flatMap(one -> one.rows().stream())
        .map(WorkRow::pupil)
        .distinct()
        .sorted()
        .toList();
  }

  /** The same list where a call to the store or the roster fails in this way. */
  WorkList listWhere(StaffMember member, BiPredicate<String, Object[]> fails, RuntimeException as) {
    Gate gate =
        new Gate(
            new Policy(AccessFile.shipped(), plugin.school.clock()),
            plugin.log,
            plugin.school.clock());
    Assessments assessments =
        new Assessments(
            new ShippedProtocols(Map.of(), ProtocolId.of("scope-2013@1.0.0")),
            new ShippedCalendars(Map.of(), "midden"),
            plugin.lists,
            plugin.school.clock());
    return new ReadWorkList(
            failing(Dossiers.class, plugin.dossiers, fails, as),
            failing(Roster.class, plugin.school, fails, as),
            gate,
            assessments,
            new Texts())
        .of(visitor(member, plugin.school))
        .orElseThrow();
  }

  private static <T> T failing(
      Class<T> port, T real, BiPredicate<String, Object[]> fails, RuntimeException as) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (fails.test(method.getName(), arguments)) {
                throw as;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** Whether a call is about the dossier of Lotte. */
  boolean isAboutLotte(String method, Object[] arguments) {
    return method.equals("find")
        && plugin.dossiers.of(School.ID, LOTTE).stream()
            .anyMatch(one -> one.id().equals(arguments[1]));
  }

  /** Whether a call asks the host who Lotte is. */
  boolean isAboutLottesCard(String method, Object[] arguments) {
    return method.equals("known") && arguments[1].equals(LOTTE);
  }
}
