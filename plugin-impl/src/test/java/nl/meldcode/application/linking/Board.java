package nl.meldcode.application.linking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Appended;
import nl.meldcode.application.port.Dossiers;
import nl.meldcode.application.port.NewEntry;
import nl.meldcode.domain.access.Role;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.ProtocolId;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.entry.ConcernKind;
import nl.meldcode.domain.entry.DossierOpened;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.Frequency;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.Seriousness;
import nl.meldcode.domain.linking.Kin;
import nl.meldcode.domain.linking.Kin.Basis;
import nl.meldcode.domain.linking.Kin.Tie;
import org.jspecify.annotations.Nullable;

/**
 * A made board of schools. What a host would say stands in two tables, of guardians and of
 * households; which dossiers belong together is written down while families and incidents are made,
 * and asks neither.
 */
final class Board implements Dossiers {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 9);
  private final Random random;
  private final Map<PupilId, Set<UUID>> guardians = new HashMap<>();
  private final Map<UUID, Set<PupilId>> wards = new HashMap<>();
  private final Map<PupilId, List<Household>> households = new HashMap<>();
  private final Set<UUID> institutions = new HashSet<>();
  private final Map<PupilId, List<Dossier>> dossiers = new LinkedHashMap<>();
  private final Map<DossierId, Dossier> byId = new HashMap<>();
  private final Map<PupilId, PupilId> replaced = new HashMap<>();
  private final Map<Pair, LinkKind> families = new HashMap<>();
  private final Set<Answer> answers = new HashSet<>();

  private record Household(Basis basis, List<PupilId> members) {}

  private record Pair(PupilId one, PupilId other) {}

  /** That a dossier belongs together with another, as it was made. */
  record Answer(DossierId dossier, LinkKind kind, DossierId other) {}

  Board(long seed, int schools, int pupils) {
    random = new Random(seed);
    for (int i = 0; i < schools; i++) {
      SchoolId school = new SchoolId("99" + (char) ('A' + i / 26) + (char) ('A' + i % 26));
      List<PupilId> all = new ArrayList<>();
      while (all.size() < pupils) {
        List<PupilId> family = family();
        boolean known = random.nextInt(4) == 0;
        family.forEach(one -> dossiersOf(school, one, known || random.nextInt(20) == 0));
        all.addAll(family);
      }
      for (int incident = 0; incident < pupils / 50; incident++) {
        incident(school, all);
      }
    }
    answersOfFamilies();
  }

  Set<Answer> answers() {
    return answers;
  }

  int pupilCount() {
    return guardians.size();
  }

  Collection<Dossier> all() {
    return byId.values();
  }

  Kin kin(PupilId pupil) {
    Map<PupilId, Set<UUID>> through = new LinkedHashMap<>();
    for (UUID guardian : guardians.getOrDefault(pupil, Set.of())) {
      for (PupilId ward : wards.getOrDefault(guardian, Set.of())) {
        if (!ward.equals(pupil)) {
          through.computeIfAbsent(ward, one -> new HashSet<>()).add(guardian);
        }
      }
    }
    List<Tie> ties = new ArrayList<>();
    through.forEach((other, by) -> ties.add(new Tie(other, Basis.GUARDIAN, by)));
    for (Household household : households.getOrDefault(pupil, List.of())) {
      household.members().stream()
          .filter(other -> !other.equals(pupil))
          .forEach(other -> ties.add(new Tie(other, household.basis(), Set.of())));
    }
    if (replaced.containsKey(pupil)) {
      ties.add(new Tie(replaced.get(pupil), Basis.REPLACED, Set.of()));
    }
    Set<UUID> own = new HashSet<>(guardians.getOrDefault(pupil, Set.of()));
    own.retainAll(institutions);
    return new Kin(pupil, ties, own);
  }

  private List<PupilId> family() {
    return switch (random.nextInt(10)) {
      case 0 -> together(1, 2, null, LinkKind.SAME_HOUSEHOLD);
      case 1, 2 -> together(1 + random.nextInt(4), 2, Basis.REGISTERED, LinkKind.SAME_HOUSEHOLD);
      case 3 -> together(1 + random.nextInt(3), 1, null, LinkKind.SAME_HOUSEHOLD);
      case 4 -> blended();
      case 5 -> institution(2 + random.nextInt(8));
      case 6 -> neighbours();
      case 7 -> together(7, 1, Basis.REGISTERED, LinkKind.SAME_HOUSEHOLD);
      case 8 -> twice();
      default -> together(7, 2, null, LinkKind.POSSIBLE_MATCH);
    };
  }

  /** Children with the same guardians; {@code basis} of their household, null when it is secret. */
  private List<PupilId> together(int children, int parents, @Nullable Basis basis, LinkKind kind) {
    List<PupilId> family = children(children);
    for (int i = 0; i < parents; i++) {
      guard(uuid(), family);
    }
    if (basis != null) {
      house(basis, family);
    }
    return tied(family, kind);
  }

  /** A child of each of two fathers and one mother. */
  private List<PupilId> blended() {
    List<PupilId> family = children(2);
    guard(uuid(), family);
    family.forEach(child -> guard(uuid(), List.of(child)));
    return tied(family, LinkKind.SAME_HOUSEHOLD);
  }

  private List<PupilId> institution(int children) {
    List<PupilId> wardsOfIt = children(children);
    UUID institution = uuid();
    institutions.add(institution);
    guard(institution, wardsOfIt);
    return tied(wardsOfIt, LinkKind.POSSIBLE_MATCH);
  }

  /** Two families at one address. */
  private List<PupilId> neighbours() {
    List<PupilId> both = children(2);
    both.forEach(child -> guard(uuid(), List.of(child)));
    house(Basis.ADDRESS, both);
    return tied(both, LinkKind.POSSIBLE_MATCH);
  }

  /** One child with two registrations, of which the host retired one. */
  private List<PupilId> twice() {
    List<PupilId> both = children(2);
    replaced.put(both.get(0), both.get(1));
    return both;
  }

  private List<PupilId> tied(List<PupilId> family, LinkKind kind) {
    for (PupilId one : family) {
      family.stream()
          .filter(other -> !other.equals(one))
          .forEach(other -> families.put(new Pair(one, other), kind));
    }
    return family;
  }

  private void incident(SchoolId school, List<PupilId> all) {
    UUID incident = uuid();
    Set<PupilId> pupils = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      pupils.add(all.get(random.nextInt(all.size())));
    }
    if (pupils.size() < 2) {
      return;
    }
    List<DossierId> carrying = new ArrayList<>();
    for (PupilId pupil : pupils) {
      carrying.add(begin(school, pupil, incident(incident, pupils)));
    }
    for (DossierId one : carrying) {
      carrying.stream()
          .filter(other -> !other.equals(one))
          .forEach(other -> answers.add(new Answer(one, LinkKind.SAME_INCIDENT, other)));
    }
  }

  private static Incident incident(UUID incident, Set<PupilId> pupils) {
    return new Incident(
        incident,
        DAY,
        null,
        null,
        "Ruzie op het plein.",
        Set.of(ConcernKind.AGGRESSION),
        Frequency.INCIDENTAL,
        Seriousness.STRIKING,
        List.copyOf(pupils),
        List.of());
  }

  private void dossiersOf(SchoolId school, PupilId pupil, boolean has) {
    if (has) {
      DossierOpened opened =
          new DossierOpened(DAY, Route.HOME, Set.of(ConcernKind.CHILD_ABUSE), null, null);
      begin(school, pupil, opened);
      if (random.nextInt(10) == 0) {
        begin(school, pupil, opened);
      }
    }
  }

  /** Every dossier of a pupil belongs together with those before it. */
  private DossierId begin(SchoolId school, PupilId pupil, Entry entry) {
    DossierId id = new DossierId(uuid());
    Recorded first =
        new Recorded(
            id,
            1,
            new EntryId(uuid()),
            Instant.parse("2026-02-09T11:00:00Z"),
            pupil,
            new StaffId(uuid()),
            Role.IB,
            ProtocolId.of("scope-2013@1.0.0"),
            List.of(),
            entry);
    Dossier dossier = new Dossier(school, List.of(first));
    List<Dossier> known = dossiers.computeIfAbsent(pupil, one -> new ArrayList<>());
    known.forEach(one -> answers.add(new Answer(id, LinkKind.EARLIER_CASE, one.id())));
    known.add(dossier);
    byId.put(id, dossier);
    return id;
  }

  private void answersOfFamilies() {
    for (PupilId retired : replaced.keySet()) {
      dossiersOf(retired)
          .forEach(one -> answers.add(new Answer(one.id(), LinkKind.SAME_PUPIL, one.id())));
    }
    families.forEach(
        (pair, kind) -> {
          for (Dossier one : dossiersOf(pair.one())) {
            dossiersOf(pair.other())
                .forEach(other -> answers.add(new Answer(one.id(), kind, other.id())));
          }
        });
  }

  private List<PupilId> children(int count) {
    List<PupilId> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PupilId pupil = new PupilId(uuid());
      guardians.put(pupil, new HashSet<>());
      all.add(pupil);
    }
    return all;
  }

  private void guard(UUID guardian, List<PupilId> pupils) {
    pupils.forEach(one -> guardians.computeIfAbsent(one, pupil -> new HashSet<>()).add(guardian));
    wards.computeIfAbsent(guardian, one -> new HashSet<>()).addAll(pupils);
  }

  private void house(Basis basis, List<PupilId> members) {
    members.forEach(
        one ->
            households
                .computeIfAbsent(one, pupil -> new ArrayList<>())
                .add(new Household(basis, members)));
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** A pupil is at one school here. */
  @Override
  public List<Dossier> of(SchoolId school, PupilId pupil) {
    return dossiersOf(pupil);
  }

  private List<Dossier> dossiersOf(PupilId pupil) {
    return dossiers.getOrDefault(pupil, List.of());
  }

  @Override
  public Optional<Dossier> find(SchoolId school, DossierId dossier) {
    return Optional.ofNullable(byId.get(dossier));
  }

  @Override
  public List<DossierId> at(SchoolId school) {
    return all().stream().filter(one -> one.school().equals(school)).map(Dossier::id).toList();
  }

  @Override
  public List<Whom> pupils() {
    return dossiers.values().stream()
        .map(all -> new Whom(all.get(0).school(), all.get(0).pupil()))
        .toList();
  }

  @Override
  public Optional<Recorded> recordedUnder(SchoolId school, UUID idempotencyKey) {
    throw new AssertionError("nothing is recorded here");
  }

  @Override
  public Appended append(NewEntry entry) {
    throw new AssertionError("nothing is recorded here");
  }

  @Override
  public Appended appendTogether(List<NewEntry> entries) {
    throw new AssertionError("nothing is recorded here");
  }

  @Override
  public <T> T inTurn(SchoolId school, Collection<PupilId> pupils, Supplier<T> work) {
    throw new AssertionError("nothing is recorded here");
  }
}
