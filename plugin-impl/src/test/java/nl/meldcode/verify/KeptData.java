package nl.meldcode.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.meldcode.adapter.audit.FileAccessLog;
import nl.meldcode.adapter.audit.LogEnd;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.host.PluginKeys;
import nl.meldcode.adapter.seal.Ends;
import nl.meldcode.adapter.seal.SignedHeads;
import nl.meldcode.adapter.store.HeadsMark;
import nl.meldcode.adapter.store.OpenStore;
import nl.meldcode.api.PupilId;
import nl.meldcode.application.port.AccessLog.Event;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.NewEntries;
import nl.meldcode.domain.dossier.Attachment;
import nl.meldcode.domain.entry.LinkDecision;
import nl.meldcode.sqlite.SqliteFile;

/** A data directory with entries, an access log and signed heads, as the plugin leaves it. */
public final class KeptData {
  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
  private final Path dir;
  private final NewEntries entries = NewEntries.at("99AA");

  public KeptData(Path dir) {
    this.dir = dir;
  }

  /** The public keys, where nobody can change them. */
  public Path keys() {
    try {
      return Files.writeString(dir.resolve("jwks.json"), pluginKeys().publicJwks());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PluginKeys pluginKeys() {
    return PluginKeys.in(dir.resolve("keys"));
  }

  /** Records one more signal, writes one more line, and signs. */
  public KeptData goOn() {
    goOnUnsigned();
    HeadsMark heads;
    HeadsMark erased;
    try (OpenStore open = new OpenStore(dir)) {
      heads = open.store().mark();
      erased = open.store().erasuresMark();
    }
    try (FileVault vault = FileVault.open(dir);
        FileAccessLog log = FileAccessLog.open(dir, vault, Clock.fixed(NOW, ZoneOffset.UTC))) {
      LogEnd end = log.end();
      PluginKeys keys = pluginKeys();
      new SignedHeads(dir, claims -> keys.sign(SignedHeads.TYPE, claims))
          .sign(
              new Ends(
                  heads.bytes(),
                  heads.sha256(),
                  erased.bytes(),
                  erased.sha256(),
                  end.number(),
                  end.hash()),
              NOW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The same, between two signatures. */
  KeptData goOnUnsigned() {
    try (OpenStore open = new OpenStore(dir)) {
      open.store().dossiers().append(entries.signal("moe"));
    }
    try (FileVault vault = FileVault.open(dir);
        FileAccessLog log = FileAccessLog.open(dir, vault, Clock.fixed(NOW, ZoneOffset.UTC))) {
      log.write(new Event(NOW, What.READ, entries.school(), null, null, null, "r", "overview"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Records a signal with a file. */
  KeptData attach() {
    try (OpenStore open = new OpenStore(dir)) {
      Attachment file =
          open.store()
              .attachments()
              .put(entries.school(), entries.dossier(), "image/png", new byte[] {1, 2, 3});
      open.store().dossiers().append(entries.signal("tekening", file));
    }
    return this;
  }

  /** Somebody finds that the pupil has a second registration. */
  void join() {
    try (OpenStore open = new OpenStore(dir)) {
      open.store()
          .dossiers()
          .append(entries.joined(new PupilId(new UUID(1, 1)), LinkDecision.Choice.CONFIRMED));
    }
  }

  /** Edits the database behind the plugin's back. */
  public void edit(String... statements) throws SQLException {
    try (Connection connection = new SqliteFile(dir.resolve("plugin/meldcode.db")).open();
        var statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER IF EXISTS entry_is_never_changed");
      statement.execute("DROP TRIGGER IF EXISTS entry_is_never_deleted");
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}
