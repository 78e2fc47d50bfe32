package nl.meldcode.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.entry.CloseReason;
import nl.meldcode.domain.entry.Closure;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.DossierOpened;
import nl.meldcode.domain.entry.EmergencyAction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.HelpArrangement;
import nl.meldcode.domain.entry.Incident;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.Opening;
import nl.meldcode.domain.entry.ProtocolMigrated;
import nl.meldcode.domain.entry.Route;
import nl.meldcode.domain.entry.SafetyAssessment;
import nl.meldcode.domain.entry.VeiligThuisConclusion;
import nl.meldcode.domain.entry.VeiligThuisReport;

/**
 * One pupil's dossier: its entries in order, and what follows from them. Immutable; safe to share
 * between threads.
 */
public final class Dossier {
  private final SchoolId school;
  private final long version;
  private final List<Recorded> entries;
  private final Corrections corrections;
  private final Registrations registrations;
  private final Map<Class<?>, List<? extends Stated<?>>> byKind = new ConcurrentHashMap<>();

  /**
   * Takes the entries of one dossier in order; throws IllegalArgumentException when there are none.
   */
  public Dossier(SchoolId school, List<Recorded> entries) {
    this(school, entries, entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq());
  }

  private Dossier(SchoolId school, List<Recorded> entries, long version) {
    this.version = version;
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a dossier begins with an entry");
    }
    this.school = school;
    this.entries = List.copyOf(entries);
    this.corrections = new Corrections(this.entries);
    this.registrations = Registrations.of(this.entries);
  }

  /** The same where it may be that the last ones, up to that number, were destroyed. */
  public static Dossier upTo(long version, SchoolId school, List<Recorded> entries) {
    return new Dossier(school, entries, Math.max(version, entries.get(entries.size() - 1).seq()));
  }

  /** What counts of an entry: its last correction, else what was recorded (A.12, 27). */
  public Entry standing(Recorded recorded) {
    return corrections.standing(recorded);
  }

  public DossierId id() {
    return entries.get(0).dossier();
  }

  public SchoolId school() {
    return school;
  }

  /** The pupil, by the registration at the host that counts now. */
  public PupilId pupil() {
    return registrations.last();
  }

  /** All registrations of the pupil that it stands under, the present one last (P6). */
  public List<PupilId> registrations() {
    return registrations.all();
  }

  /** All entries, oldest first. */
  public List<Recorded> entries() {
    return entries;
  }

  /** The number of the last entry: what {@code ETag} and {@code If-Match} carry. */
  public long version() {
    return version;
  }

  /** The same dossier with one more entry at the end. */
  public Dossier with(Recorded next) {
    return new Dossier(school, Stream.concat(entries.stream(), Stream.of(next)).toList());
  }

  /** The same as it stood when that entry was the last. */
  public Dossier until(long seq) {
    return new Dossier(school, entries.stream().filter(one -> one.seq() <= seq).toList());
  }

  /** What was put right in an entry, oldest first. */
  public List<Replaced> history(Recorded recorded) {
    return corrections.history(recorded);
  }

  /** Entries of one kind, or of a family of kinds, oldest first. */
  @SuppressWarnings("unchecked") // what is kept under a kind is of that kind
  public <T extends Entry> List<Stated<T>> all(Class<T> kind) {
    List<?> known = byKind.get(kind);
    return (List<Stated<T>>) (known == null ? byKind.computeIfAbsent(kind, this::find) : known);
  }

  private List<? extends Stated<?>> find(Class<?> kind) {
    return entries.stream()
        .filter(one -> kind.isInstance(one.entry()))
        .map(one -> new Stated<>(one, standing(one)))
        .toList();
  }

  /** The last entry of one kind. */
  public <T extends Entry> Optional<Stated<T>> latest(Class<T> kind) {
    List<Stated<T>> all = all(kind);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Whether an entry of that kind was recorded. */
  public boolean has(Class<? extends Entry> kind) {
    return !all(kind).isEmpty();
  }

  /** The entry with that id. */
  public Optional<Recorded> entry(EntryId id) {
    return entries.stream().filter(recorded -> recorded.id().equals(id)).findFirst();
  }

  /** The entry with that id where it is of that kind, as it counts now. */
  public <T extends Entry> Optional<Stated<T>> entry(EntryId id, Class<T> kind) {
    return entry(id)
        .filter(one -> kind.isInstance(standing(one)))
        .map(one -> new Stated<>(one, kind.cast(standing(one))));
  }

  /** The entry with that number. */
  public Optional<Recorded> numbered(long seq) {
    return entries.stream().filter(recorded -> recorded.seq() == seq).findFirst();
  }

  /**
   * Whether the steps run: a child's safety is in question (S0.3), or somebody had to act on it.
   */
  public boolean isOpen() {
    return opener().isPresent();
  }

  private Optional<Recorded> opener() {
    return entries.stream().filter(one -> one.entry().kind().opens()).findFirst();
  }

  /**
   * Of one pupil's dossiers, oldest first, the one that work goes on in: the last in which the
   * steps run, else the last.
   */
  public static Optional<Dossier> current(List<Dossier> all) {
    return all.stream()
        .filter(one -> one.isOpen() && one.closure().isEmpty())
        .reduce((first, second) -> second)
        .or(() -> all.stream().reduce((first, second) -> second));
  }

  /**
   * The opening with its concerns; after an emergency it can come later. An incident opens only
   * where nothing else did.
   */
  public Optional<Stated<Opening>> opened() {
    Optional<Stated<DossierOpened>> said = latest(DossierOpened.class);
    return said.isPresent()
        ? said.map(one -> new Stated<>(one.recorded(), one.entry()))
        : all(Incident.class).stream()
            .findFirst()
            .map(one -> new Stated<>(one.recorded(), one.entry()));
  }

  /** The incidents it carries, oldest first. */
  public Stream<Incident> incidents() {
    return all(Incident.class).stream().map(Stated::entry);
  }

  /** The route; HOME as long as there are only signals. */
  public Route route() {
    return opened().map(one -> one.entry().route()).orElse(Route.HOME);
  }

  /**
   * The protocol it is judged by: pinned at opening until somebody moves it, before that the one of
   * the last entry.
   */
  public ProtocolId protocol() {
    return latest(ProtocolMigrated.class)
        .map(one -> ProtocolId.of(one.entry().to()))
        .orElseGet(this::pinned);
  }

  private ProtocolId pinned() {
    return opener().map(Recorded::protocol).orElse(entries.get(entries.size() - 1).protocol());
  }

  /** The day it was opened; empty as long as there are only signals. */
  public Optional<LocalDate> openedOn() {
    return opener().map(one -> standing(one).on());
  }

  /** The closing that counts; empty while it is not closed, or was reopened (A.12, 23). */
  public Optional<Stated<Closure>> closure() {
    return latest(Closure.class).filter(one -> !hasAfter(one.recorded(), Kind::reopens));
  }

  /** Whether an entry of such a kind came after that one. */
  public boolean hasAfter(Recorded first, Predicate<Kind> which) {
    for (int i = entries.size() - 1; i >= 0 && entries.get(i).seq() > first.seq(); i--) {
      if (which.test(entries.get(i).entry().kind())) {
        return true;
      }
    }
    return false;
  }

  /** Why it was closed; empty while it is not. */
  public Optional<CloseReason> closed() {
    return closure().map(one -> one.entry().reason());
  }

  /**
   * Whether Veilig Thuis is done with that report: it concluded, or its safety assessment led to no
   * investigation (S6.1; A.12, 14).
   */
  public boolean isConcluded(EntryId report) {
    return all(VeiligThuisConclusion.class).stream()
            .anyMatch(one -> one.entry().report().equals(report))
        || all(SafetyAssessment.class).stream()
            .map(Stated::entry)
            .anyMatch(one -> one.report().equals(report) && !one.outcome().goesOn());
  }

  /** What Veilig Thuis concluded last; empty while it has not. */
  public Optional<VeiligThuisConclusion.Conclusion> conclusion() {
    return latest(VeiligThuisConclusion.class).map(one -> one.entry().conclusion());
  }

  private boolean emergency() {
    return latest(EmergencyAction.class)
        .filter(one -> !hasAfter(one.recorded(), kind -> kind == Kind.MANAGEMENT_RESPONSE))
        .isPresent();
  }

  /** Where it stands. */
  public DossierState state() {
    if (closure().isPresent()) {
      return DossierState.CLOSED;
    }
    if (emergency()) {
      return DossierState.EMERGENCY;
    }
    List<Stated<VeiligThuisReport>> reports = all(VeiligThuisReport.class);
    if (!reports.stream().allMatch(one -> isConcluded(one.recorded().id()))) {
      return DossierState.REPORTED;
    }
    if (!reports.isEmpty() || (has(Decision.class) && has(HelpArrangement.class))) {
      return DossierState.MONITORING;
    }
    if (has(Decision.class)) {
      return DossierState.DECIDED;
    }
    return isOpen() ? DossierState.OPEN : DossierState.SIGNALS;
  }

  @Override
  public String toString() {
    return "Dossier[" + id() + "]";
  }
}
