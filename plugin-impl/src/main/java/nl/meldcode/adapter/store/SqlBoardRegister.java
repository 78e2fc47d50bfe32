package nl.meldcode.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.BoardRegister;
import nl.meldcode.application.port.Tampered;
import nl.meldcode.application.port.Vault;
import nl.meldcode.domain.register.BoardReferral;
import nl.meldcode.sql.Database;
import nl.meldcode.sql.Statements;

/** Referrals to the board as rows; who wrote one is sealed under the school's key. */
final class SqlBoardRegister implements BoardRegister {
  private static final String ADD =
      "INSERT INTO board_referral (school, id, at, sealed) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (school, id) DO NOTHING";
  private static final String ALL =
      "SELECT id, at, sealed FROM board_referral WHERE school = ? ORDER BY at, id";
  private final Database database;
  private final Vault vault;

  SqlBoardRegister(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public BoardReferral add(SchoolId school, BoardReferral referral) {
    long at = referral.at().toEpochMilli();
    byte[] sealed =
        vault.seal(school, clear(school, referral.id(), at), Ids.bytes(referral.writer().value()));
    database.write(
        statements -> statements.run(ADD, school.value(), Ids.bytes(referral.id()), at, sealed));
    return of(school).stream()
        .filter(one -> one.id().equals(referral.id()))
        .findFirst()
        .orElseThrow(() -> new Tampered("board referral " + referral.id()));
  }

  @Override
  public List<BoardReferral> of(SchoolId school) {
    return database.read(statements -> read(statements, school));
  }

  private List<BoardReferral> read(Statements statements, SchoolId school) throws SQLException {
    List<BoardReferral> all = new ArrayList<>();
    try (ResultSet rows = statements.of(ALL, school.value()).executeQuery()) {
      while (rows.next()) {
        UUID id = Ids.uuid(rows.getBytes(1));
        long at = rows.getLong(2);
        byte[] writer = vault.open(school, clear(school, id, at), rows.getBytes(3));
        all.add(new BoardReferral(id, Instant.ofEpochMilli(at), new StaffId(Ids.uuid(writer))));
      }
    }
    return all;
  }

  private static byte[] clear(SchoolId school, UUID id, long at) {
    return Labels.clear(
        "board referral", Labels.text(school.value()), Ids.bytes(id), Labels.number(at));
  }
}
