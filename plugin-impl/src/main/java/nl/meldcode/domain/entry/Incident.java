package nl.meldcode.domain.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldcode.api.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened among several pupils (O14). It opens the dossier of each that has none
 * open; what follows from it names it by {@code incident}.
 *
 * @param facts what happened, without names, for all dossiers
 * @param pupils all who were involved; others than the dossier's own are known to IB, AF and head
 * @param parts what concerns one pupil alone
 */
public record Incident(
    @NotNull UUID incident,
    @NotNull @PastOrPresent LocalDate on,
    @Nullable LocalTime at,
    @Nullable @Size(max = Text.SHORT) String place,
    @NotBlank @Size(max = Text.LONG) String facts,
    @NotEmpty Set<@NotNull ConcernKind> concerns,
    @NotNull Frequency frequency,
    @NotNull Seriousness seriousness,
    @Size(max = 40) List<@NotNull PupilId> pupils,
    @Size(max = 40) List<@Valid @NotNull PupilPart> parts)
    implements Opening, Shared {
  public Incident {
    concerns = Copies.set(concerns);
    pupils = Copies.list(pupils);
    parts = Copies.list(parts);
  }

  @Override
  public Route route() {
    return Route.PEERS;
  }

  @Override
  public DossierOpened.@Nullable SpecialForm specialForm() {
    return null;
  }

  @Override
  public Incident partOf(PupilId pupil) {
    return withParts(pupils, PupilPart.of(parts, pupil));
  }

  /** The same without the other pupils, for who may not know of them (A.12, 25). */
  public Incident alone(PupilId pupil) {
    return withParts(List.of(pupil), PupilPart.of(parts, pupil));
  }

  private Incident withParts(List<PupilId> whom, List<PupilPart> what) {
    return new Incident(
        incident, on, at, place, facts, concerns, frequency, seriousness, whom, what);
  }

  @Override
  public List<Fault> faults(References known) {
    Faults faults =
        new Faults()
            .require(
                pupils.stream().distinct().count() > 1 && pupils.contains(known.pupil()),
                "/pupils",
                "pupils.several");
    for (int i = 0; i < pupils.size(); i++) {
      faults.require(known.isPupil(pupils.get(i)), "/pupils/" + i, "pupil.unknown");
    }
    return faults.requireInvolved(parts, "/parts", pupils).list();
  }

  @Override
  public String toString() {
    return "Incident[" + incident + "]";
  }
}
