package nl.meldcode.application.port;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.domain.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/** Deliveries in memory, about the dossiers of the other fake. */
public final class InMemoryDeliveries implements Deliveries {
  private final InMemoryDossiers dossiers;
  private final Map<Place, Row> rows = new HashMap<>();

  private record Place(SchoolId school, DossierId dossier) {}

  private record Row(
      long cursor,
      int attempts,
      Instant next,
      @Nullable String parked,
      Map<Long, Instant> stored) {}

  private static final Row FRESH = new Row(0, 0, Instant.MIN, null, Map.of());

  public InMemoryDeliveries(InMemoryDossiers dossiers) {
    this.dossiers = dossiers;
  }

  @Override
  public synchronized List<Pending> due(Instant now, int limit) {
    return dossiers.all().stream()
        .filter(dossier -> isDue(dossier, row(dossier.school(), dossier.id()), now))
        .limit(limit)
        .map(dossier -> pending(dossier, row(dossier.school(), dossier.id())))
        .toList();
  }

  @Override
  public synchronized void advance(
      SchoolId school, DossierId dossier, long seq, Instant at, boolean stored) {
    Map<Long, Instant> moments = new HashMap<>(row(school, dossier).stored());
    if (stored) {
      moments.put(seq, at);
    }
    put(school, dossier, new Row(seq, 0, Instant.MIN, null, moments));
  }

  @Override
  public synchronized void retry(SchoolId school, DossierId dossier, int attempts, Instant next) {
    Row row = row(school, dossier);
    put(school, dossier, new Row(row.cursor(), attempts, next, row.parked(), row.stored()));
  }

  @Override
  public synchronized void park(SchoolId school, DossierId dossier, String code, Instant at) {
    Row row = row(school, dossier);
    put(school, dossier, new Row(row.cursor(), row.attempts(), row.next(), code, row.stored()));
  }

  @Override
  public synchronized void resume(SchoolId school, DossierId dossier) {
    Row row = row(school, dossier);
    put(school, dossier, new Row(row.cursor(), 0, Instant.MIN, null, row.stored()));
  }

  @Override
  public synchronized State state(SchoolId school, DossierId dossier) {
    Row row = row(school, dossier);
    return new State(row.cursor(), row.stored(), row.parked());
  }

  private static boolean isDue(Dossier dossier, Row row, Instant now) {
    return dossier.version() > row.cursor() && row.parked() == null && !row.next().isAfter(now);
  }

  private static Pending pending(Dossier dossier, Row row) {
    return new Pending(dossier.school(), dossier.id(), row.cursor(), row.attempts());
  }

  private Row row(SchoolId school, DossierId dossier) {
    return rows.getOrDefault(new Place(school, dossier), FRESH);
  }

  private void put(SchoolId school, DossierId dossier, Row row) {
    rows.put(new Place(school, dossier), row);
  }
}
