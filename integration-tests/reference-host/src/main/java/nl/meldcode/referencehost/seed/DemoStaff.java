package nl.meldcode.referencehost.seed;

import static nl.meldcode.referencehost.model.HostRole.APPLICATION_MANAGER;
import static nl.meldcode.referencehost.model.HostRole.BOARD_OFFICER;
import static nl.meldcode.referencehost.model.HostRole.CARE_COORDINATOR;
import static nl.meldcode.referencehost.model.HostRole.DATA_PROTECTION_OFFICER;
import static nl.meldcode.referencehost.model.HostRole.HEAD;
import static nl.meldcode.referencehost.model.HostRole.SAFEGUARDING_OFFICER;
import static nl.meldcode.referencehost.model.HostRole.TEACHER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.referencehost.Ids;
import nl.meldcode.referencehost.model.HostRole;
import nl.meldcode.referencehost.model.Identifier;
import nl.meldcode.referencehost.model.Staff;
import nl.meldcode.referencehost.model.StaffRole;
import org.jspecify.annotations.Nullable;

/** The team of the demo school. Marieke is a parent at the school as well. */
final class DemoStaff {
  private static final LocalDate BEGIN = LocalDate.of(2020, 8, 1);

  private final Instant at;

  DemoStaff(Instant at) {
    this.at = at;
  }

  List<Staff> all() {
    return List.of(
        teacher("els", "Els", "Boon", 1, null),
        teacher("marieke", "Marieke", "Bruin", 2, Ids.of("person", "marieke-bruin")),
        teacher("joost", "Joost", "Kamp", 3, null),
        teacher("inge", "Inge", "Roos", 4, null),
        teacher("anja", "Anja", "Post", 5, null),
        teacher("bram", "Bram", "Tol", 6, null),
        teacher("tim", "Tim", "Bos", 7, null),
        teacher("hanna", "Hanna", "Vink", 8, null),
        staff("nora", null, "Nora", null, "Kuiper", role(CARE_COORDINATOR, null)),
        staff("sem", null, "Sem", "de", "Wit", role(SAFEGUARDING_OFFICER, null)),
        staff("petra", null, "Petra", null, "Smit", role(HEAD, null)),
        staff("rik", null, "Rik", null, "Jansen", role(APPLICATION_MANAGER, null)),
        staff("vera", null, "Vera", null, "Maas", role(BOARD_OFFICER, null)),
        staff("femke", null, "Femke", null, "Groen", role(DATA_PROTECTION_OFFICER, null)));
  }

  /** Who works at a made school: a teacher for each class, and those who look after pupils. */
  List<Staff> of(String key, UUID school, List<String> classes) {
    List<Staff> all = new ArrayList<>();
    all.add(made(key + "ib", new StaffRole(CARE_COORDINATOR, school, null, BEGIN, null)));
    all.add(made(key + "af", new StaffRole(SAFEGUARDING_OFFICER, school, null, BEGIN, null)));
    all.add(made(key + "dir", new StaffRole(HEAD, school, null, BEGIN, null)));
    for (String name : classes) {
      UUID group = Ids.of("group", key + name);
      all.add(made(key + name, new StaffRole(TEACHER, school, group, BEGIN, null)));
    }
    return all;
  }

  private Staff made(String login, StaffRole role) {
    int number = Math.floorMod(login.hashCode(), 10_000);
    String given = NameLists.MOTHERS.get(number % NameLists.MOTHERS.size());
    String family = NameLists.FAMILIES.get(number % NameLists.FAMILIES.size());
    return staff(login, null, given, null, family, role);
  }

  private Staff teacher(
      String login, String given, String family, int group, @Nullable UUID person) {
    UUID groupId = Ids.of("group", Integer.toString(group));
    return staff(login, person, given, null, family, role(TEACHER, groupId));
  }

  private Staff staff(
      String login,
      @Nullable UUID person,
      String given,
      @Nullable String prefix,
      String family,
      StaffRole role) {
    return new Staff(
        Ids.of("staff", login),
        person,
        List.of(new Identifier("uid", login)),
        given,
        prefix,
        family,
        login + "@devlieger.example.org",
        List.of(role),
        true,
        "active",
        at);
  }

  private static StaffRole role(HostRole role, @Nullable UUID groupId) {
    return new StaffRole(role, Ids.SCHOOL, groupId, BEGIN, null);
  }
}
