package nl.meldcode.adapter.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import nl.meldcode.adapter.audit.FileAccessLog;
import nl.meldcode.adapter.audit.LogEnd;
import nl.meldcode.adapter.crypto.FileVault;
import nl.meldcode.adapter.host.PluginKeys;
import nl.meldcode.adapter.seal.Ends;
import nl.meldcode.adapter.seal.SignedHeads;
import nl.meldcode.adapter.store.HeadsMark;
import nl.meldcode.adapter.store.SqlStore;
import nl.meldcode.application.port.StartRefused;
import nl.meldcode.application.port.StoreUnavailable;
import nl.meldcode.application.port.Tampered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done every quarter of an hour and at the end: how far dossiers and access log went is
 * signed, and what is past its time is deleted.
 *
 * @param signedAt when that was signed, or this began
 */
record Upkeep(
    SqlStore store,
    FileAccessLog log,
    SignedHeads signed,
    Runnable rotation,
    AtomicReference<Instant> signedAt,
    Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  /** Signs with the key by which hosts know the plugin. */
  static Upkeep of(
      Path data, SqlStore store, FileAccessLog log, FileVault vault, PluginKeys keys, Clock clock) {
    SignedHeads signed = new SignedHeads(data, claims -> keys.sign(SignedHeads.TYPE, claims));
    return new Upkeep(
        store,
        log,
        signed,
        () -> rotateIfAsked(data.resolve("keys/rotate"), vault),
        new AtomicReference<>(clock.instant()),
        clock);
  }

  /** Does it, or logs why not; there is never more at once. */
  synchronized boolean run() {
    try {
      HeadsMark heads = store.mark();
      LogEnd end = log.end();
      HeadsMark erased = store.erasuresMark();
      Ends ends =
          new Ends(
              heads.bytes(),
              heads.sha256(),
              erased.bytes(),
              erased.sha256(),
              end.number(),
              end.hash());
      Instant now = clock.instant();
      if (signed.sign(ends, now)) {
        signedAt.set(now);
      }
      store.sweep();
      rotation.run();
    } catch (StoreUnavailable | StartRefused | Tampered e) {
      LOG.error("heads were not signed, nothing was swept, or the key not rotated", e);
    }
    return false;
  }

  /** An administrator asks for another key with a file of that name ({@code bundle/rotate-key}). */
  private static void rotateIfAsked(Path asked, FileVault vault) {
    try {
      if (Files.exists(asked)) {
        vault.rotate();
        Files.delete(asked);
        LOG.info("the administrator's key is another one now");
      }
    } catch (IOException e) {
      throw new StoreUnavailable("rotation of the administrator's key", e);
    }
  }
}
