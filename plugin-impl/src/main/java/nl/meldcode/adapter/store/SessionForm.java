package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Sessions.Context;
import nl.meldcode.application.port.Sessions.Session;
import nl.meldcode.application.port.Vault;
import org.jspecify.annotations.Nullable;

/** Sealed form of sessions (under a key of the tenant) and contexts (under the school's). */
final class SessionForm {
  private final Vault vault;

  SessionForm(Vault vault) {
    this.vault = vault;
  }

  byte[] seal(byte[] name, Session session) {
    byte[] content =
        ByteBuffer.allocate(24)
            .put(Ids.bytes(session.staff().value()))
            .putLong(session.authenticatedAt().toEpochMilli())
            .array();
    return vault.seal(tenant(session.tenant()), Labels.clear("session", name), content);
  }

  Session session(String tenant, byte[] name, byte[] sealed, long began) {
    ByteBuffer content =
        ByteBuffer.wrap(vault.open(tenant(tenant), Labels.clear("session", name), sealed));
    byte[] staff = new byte[16];
    content.get(staff);
    return new Session(
        tenant,
        new StaffId(Ids.uuid(staff)),
        Instant.ofEpochMilli(content.getLong()),
        Instant.ofEpochMilli(began));
  }

  byte[] seal(byte[] name, Context context) {
    byte[] pupil = context.pupil() == null ? new byte[0] : Ids.bytes(context.pupil().value());
    byte[] dossier = context.dossier() == null ? new byte[0] : Ids.bytes(context.dossier().value());
    byte[] locale = context.locale().toLanguageTag().getBytes(UTF_8);
    byte[] content =
        ByteBuffer.allocate(1 + pupil.length + dossier.length + locale.length)
            .put((byte) (pupil.length + dossier.length))
            .put(pupil)
            .put(dossier)
            .put(locale)
            .array();
    return vault.seal(context.school(), Labels.clear("context", name), content);
  }

  Context context(SchoolId school, byte[] name, byte[] sealed) {
    ByteBuffer content = ByteBuffer.wrap(vault.open(school, Labels.clear("context", name), sealed));
    int ids = content.get();
    @Nullable UUID pupil = ids > 0 ? id(content) : null;
    @Nullable UUID dossier = ids > Ids.LENGTH ? id(content) : null;
    return new Context(
        school,
        pupil == null ? null : new PupilId(pupil),
        Locale.forLanguageTag(UTF_8.decode(content).toString()),
        dossier == null ? null : new DossierId(dossier));
  }

  private static UUID id(ByteBuffer content) {
    byte[] id = new byte[Ids.LENGTH];
    content.get(id);
    return Ids.uuid(id);
  }

  /** No school is named like this, so that a tenant never shares a key with one. */
  private static SchoolId tenant(String tenant) {
    return new SchoolId("tenant:" + tenant);
  }
}
