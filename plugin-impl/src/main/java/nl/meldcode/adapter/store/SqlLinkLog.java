package nl.meldcode.adapter.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.application.port.LinkLog;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.entry.LinkKind;
import nl.meldcode.domain.linking.Link;
import nl.meldcode.domain.linking.LinkChange;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/** Changes of links as rows, each sealed under the key of the dossier that it is kept with. */
final class SqlLinkLog implements LinkLog {
  private static final String ADD =
      "INSERT INTO link_change (school, dossier, seq, at, sealed) VALUES (?, ?, ?, ?, ?)";
  private static final String NEXT =
      "SELECT coalesce(max(seq), 0) + 1 FROM link_change WHERE school = ? AND dossier = ?";
  private static final String ALL =
      "SELECT seq, at, sealed FROM link_change WHERE school = ? AND dossier = ? ORDER BY seq";
  private final Database database;
  private final Vault vault;

  SqlLinkLog(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public List<LinkChange> of(SchoolId school, DossierId dossier) {
    return database.read(statements -> read(statements, new Place(school, dossier)));
  }

  @Override
  public void add(SchoolId school, DossierId dossier, LinkChange change) {
    Place place = new Place(school, dossier);
    database.alone(
        List.of(place.lock()),
        statements -> {
          if (!database.shared() || isNews(read(statements, place), change)) {
            add(statements, place, change);
          }
          return () -> true;
        });
  }

  /** Every node watches the links, and each finds out. */
  private static boolean isNews(List<LinkChange> all, LinkChange change) {
    return all.stream()
        .filter(one -> one.link().equals(change.link()))
        .reduce((first, second) -> second)
        .filter(last -> last.found() == change.found())
        .isEmpty();
  }

  private boolean add(Statements statements, Place place, LinkChange change) throws SQLException {
    byte[] dossier = Ids.bytes(place.dossier().value());
    long seq;
    try (ResultSet row = statements.of(NEXT, place.school().value(), dossier).executeQuery()) {
      row.next();
      seq = row.getLong(1);
    }
    long at = change.at().toEpochMilli();
    byte[] sealed =
        vault.seal(place.school(), place.dossier(), clear(place, seq, at), bytes(change));
    statements.run(ADD, place.school().value(), dossier, seq, at, sealed);
    return true;
  }

  private List<LinkChange> read(Statements statements, Place place) throws SQLException {
    List<LinkChange> all = new ArrayList<>();
    byte[] dossier = Ids.bytes(place.dossier().value());
    try (ResultSet rows = statements.of(ALL, place.school().value(), dossier).executeQuery()) {
      while (rows.next()) {
        long at = rows.getLong(2);
        byte[] clear = clear(place, rows.getLong(1), at);
        all.add(
            change(
                Instant.ofEpochMilli(at),
                vault.open(place.school(), place.dossier(), clear, rows.getBytes(3))));
      }
    }
    return all;
  }

  private static byte[] bytes(LinkChange change) {
    Link link = change.link();
    byte[] kind = link.kind().name().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 * Ids.LENGTH + 1 + kind.length)
        .put(Ids.bytes(link.other().value()))
        .put(Ids.bytes(link.pupil().value()))
        .put((byte) (change.found() ? 1 : 0))
        .put(kind)
        .array();
  }

  private static LinkChange change(Instant at, byte[] content) {
    ByteBuffer opened = ByteBuffer.wrap(content);
    byte[] other = new byte[Ids.LENGTH];
    byte[] pupil = new byte[Ids.LENGTH];
    opened.get(other).get(pupil);
    boolean found = opened.get() == 1;
    String kind = StandardCharsets.UTF_8.decode(opened).toString();
    Link link =
        new Link(
            LinkKind.valueOf(kind), new DossierId(Ids.uuid(other)), new PupilId(Ids.uuid(pupil)));
    return new LinkChange(at, link, found);
  }

  private static byte[] clear(Place place, long seq, long at) {
    return Labels.clear(
        "link change",
        Labels.text(place.school().value()),
        Ids.bytes(place.dossier().value()),
        Labels.number(seq),
        Labels.number(at));
  }
}
