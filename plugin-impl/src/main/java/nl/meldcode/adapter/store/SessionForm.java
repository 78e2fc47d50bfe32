package nl.meldcode.adapter.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.SchoolId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.port.Sessions.Context;
import nl.meldcode.application.port.Sessions.Session;
import nl.meldcode.application.port.Vault;

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

  Session session(String tenant, byte[] name, byte[] sealed) {
    ByteBuffer content =
        ByteBuffer.wrap(vault.open(tenant(tenant), Labels.clear("session", name), sealed));
    byte[] staff = new byte[16];
    content.get(staff);
    return new Session(
        tenant, new StaffId(Ids.uuid(staff)), Instant.ofEpochMilli(content.getLong()));
  }

  byte[] seal(byte[] name, Context context) {
    byte[] pupil = context.pupil() == null ? new byte[0] : Ids.bytes(context.pupil().value());
    byte[] locale = context.locale().getBytes(UTF_8);
    byte[] content =
        ByteBuffer.allocate(1 + pupil.length + locale.length)
            .put((byte) pupil.length)
            .put(pupil)
            .put(locale)
            .array();
    return vault.seal(context.school(), Labels.clear("context", name), content);
  }

  Context context(SchoolId school, byte[] name, byte[] sealed) {
    ByteBuffer content = ByteBuffer.wrap(vault.open(school, Labels.clear("context", name), sealed));
    byte[] pupil = new byte[content.get()];
    content.get(pupil);
    byte[] locale = new byte[content.remaining()];
    content.get(locale);
    return new Context(
        school, pupil.length == 0 ? null : new PupilId(Ids.uuid(pupil)), new String(locale, UTF_8));
  }

  /** No school is named like this, so that a tenant never shares a key with one. */
  private static SchoolId tenant(String tenant) {
    return new SchoolId("tenant:" + tenant);
  }
}
