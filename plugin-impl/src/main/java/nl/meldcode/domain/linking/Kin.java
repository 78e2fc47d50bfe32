package nl.meldcode.domain.linking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.api.PupilId;
import nl.meldcode.domain.entry.LinkKind;

/**
 * What the host says that ties a pupil to others (Host Connect 6.1).
 *
 * @param institutions those of the guardians that are no family, such as a guardianship institution
 */
public record Kin(PupilId pupil, List<Tie> ties, Set<UUID> institutions) {
  /** A guardian of more pupils than this is no sign of a household (A.12, 16). */
  static final int MOST_PUPILS_OF_A_FAMILY = 6;

  public Kin {
    ties = List.copyOf(ties);
    institutions = Set.copyOf(institutions);
  }

  /** A pupil without ties. */
  public static Kin none(PupilId pupil) {
    return new Kin(pupil, List.of(), Set.of());
  }

  /** How a pupil is tied to another. */
  public enum Basis {
    /** The host put the other in this one's place. */
    REPLACED,
    /** The host keeps them as one household. */
    REGISTERED,
    GUARDIAN,
    /** The same address, which is not secret. */
    ADDRESS
  }

  /**
   * One tie.
   *
   * @param through what stands for each guardian in common; empty unless by guardian
   */
  public record Tie(PupilId other, Basis basis, Set<UUID> through) {
    public Tie {
      through = Set.copyOf(through);
    }
  }

  /** The registrations that came in the place of this one. */
  public Set<PupilId> replacements() {
    return ties.stream()
        .filter(one -> one.basis() == Basis.REPLACED)
        .map(Tie::other)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The strongest way in which each other child is tied to this one. */
  public Map<PupilId, LinkKind> kinds() {
    Set<PupilId> same = replacements();
    Map<PupilId, LinkKind> kinds = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    for (Tie tie : ties) {
      if (!tie.other().equals(pupil) && !same.contains(tie.other())) {
        kinds.merge(tie.other(), kind(tie), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return kinds;
  }

  private LinkKind kind(Tie tie) {
    return switch (tie.basis()) {
      case REPLACED -> LinkKind.SAME_PUPIL;
      case REGISTERED -> LinkKind.SAME_HOUSEHOLD;
      case GUARDIAN ->
          tie.through().stream().anyMatch(this::isFamily)
              ? LinkKind.SAME_HOUSEHOLD
              : LinkKind.POSSIBLE_MATCH;
      case ADDRESS -> LinkKind.POSSIBLE_MATCH;
    };
  }

  private boolean isFamily(UUID guardian) {
    Stream<PupilId> others =
        ties.stream().filter(one -> one.through().contains(guardian)).map(Tie::other);
    long pupils = Stream.concat(others, Stream.of(pupil)).distinct().count();
    return !institutions.contains(guardian) && pupils <= MOST_PUPILS_OF_A_FAMILY;
  }
}
