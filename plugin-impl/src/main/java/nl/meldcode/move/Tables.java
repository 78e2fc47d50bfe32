package nl.meldcode.move;

import java.util.List;

/**
 * What both kinds of database hold alike. What is destroyed stands in a table in PostgreSQL alone,
 * and how far the feed of a host was followed is of one node there: neither is among them.
 */
final class Tables {
  /** Without keys. */
  static final List<Copied> STORE =
      List.of(
          new Copied(
              "entry",
              "SELECT count(*) FROM entry",
              "SELECT school, dossier, seq, id, at, kind_version, subject, idempotency_key, "
                  + "previous, digest, hash, sealed, files FROM entry",
              "INSERT INTO entry (school, dossier, seq, id, at, kind_version, subject, "
                  + "idempotency_key, previous, digest, hash, sealed, files) VALUES (?, ?, ?, ?, "
                  + "?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          new Copied(
              "attachment",
              "SELECT count(*) FROM attachment",
              "SELECT school, dossier, id, at, claimed, sealed FROM attachment",
              "INSERT INTO attachment (school, dossier, id, at, claimed, sealed) VALUES (?, "
                  + "?, ?, ?, ?, ?)"),
          new Copied(
              "draft",
              "SELECT count(*) FROM draft",
              "SELECT school, name, subject, saved_at, sealed FROM draft",
              "INSERT INTO draft (school, name, subject, saved_at, sealed) VALUES (?, ?, ?, "
                  + "?, ?)"),
          new Copied(
              "launch_token",
              "SELECT count(*) FROM launch_token",
              "SELECT name, until FROM launch_token",
              "INSERT INTO launch_token (name, until) VALUES (?, ?)"),
          new Copied(
              "session",
              "SELECT count(*) FROM session",
              "SELECT name, tenant, began, seen, sealed FROM session",
              "INSERT INTO session (name, tenant, began, seen, sealed) VALUES (?, ?, ?, ?, "
                  + "?)"),
          new Copied(
              "context",
              "SELECT count(*) FROM context",
              "SELECT session, name, school, sealed FROM context",
              "INSERT INTO context (session, name, school, sealed) VALUES (?, ?, ?, ?)"),
          new Copied(
              "delivery",
              "SELECT count(*) FROM delivery",
              "SELECT school, dossier, cursor, attempts, next, parked FROM delivery",
              "INSERT INTO delivery (school, dossier, cursor, attempts, next, parked) VALUES "
                  + "(?, ?, ?, ?, ?, ?)"),
          new Copied(
              "delivered",
              "SELECT count(*) FROM delivered",
              "SELECT school, dossier, seq, at FROM delivered",
              "INSERT INTO delivered (school, dossier, seq, at) VALUES (?, ?, ?, ?)"),
          new Copied(
              "belongs_to",
              "SELECT count(*) FROM belongs_to",
              "SELECT id, sealed FROM belongs_to",
              "INSERT INTO belongs_to (id, sealed) VALUES (?, ?)"),
          new Copied(
              "board_referral",
              "SELECT count(*) FROM board_referral",
              "SELECT school, id, at, sealed FROM board_referral",
              "INSERT INTO board_referral (school, id, at, sealed) VALUES (?, ?, ?, ?)"),
          new Copied(
              "school_lists",
              "SELECT count(*) FROM school_lists",
              "SELECT school, version, at, in_force, sealed FROM school_lists",
              "INSERT INTO school_lists (school, version, at, in_force, sealed) VALUES (?, "
                  + "?, ?, ?, ?)"),
          new Copied(
              "link_change",
              "SELECT count(*) FROM link_change",
              "SELECT school, dossier, seq, at, sealed FROM link_change",
              "INSERT INTO link_change (school, dossier, seq, at, sealed) VALUES (?, ?, ?, "
                  + "?, ?)"),
          new Copied(
              "registration",
              "SELECT count(*) FROM registration",
              "SELECT school, subject, dossier FROM registration",
              "INSERT INTO registration (school, subject, dossier) VALUES (?, ?, ?)"),
          new Copied(
              "school_merger",
              "SELECT count(*) FROM school_merger",
              "SELECT id, sealed FROM school_merger",
              "INSERT INTO school_merger (id, sealed) VALUES (?, ?)"),
          new Copied(
              "emergency_access",
              "SELECT count(*) FROM emergency_access",
              "SELECT school, id, at, sealed FROM emergency_access",
              "INSERT INTO emergency_access (school, id, at, sealed) VALUES (?, ?, ?, ?)"),
          new Copied(
              "emergency_review",
              "SELECT count(*) FROM emergency_review",
              "SELECT school, id, at, sealed FROM emergency_review",
              "INSERT INTO emergency_review (school, id, at, sealed) VALUES (?, ?, ?, ?)"),
          new Copied(
              "reminder",
              "SELECT count(*) FROM reminder",
              "SELECT name, wanted, day FROM reminder",
              "INSERT INTO reminder (name, wanted, day) VALUES (?, ?, ?)"));

  /** Wrapped keys. */
  static final List<Copied> KEYS =
      List.of(
          new Copied(
              "admin_check",
              "SELECT count(*) FROM admin_check",
              "SELECT id, sealed FROM admin_check",
              "INSERT INTO admin_check (id, sealed) VALUES (?, ?)"),
          new Copied(
              "school_key",
              "SELECT count(*) FROM school_key",
              "SELECT school, wrapped FROM school_key",
              "INSERT INTO school_key (school, wrapped) VALUES (?, ?)"),
          new Copied(
              "dossier_key",
              "SELECT count(*) FROM dossier_key",
              "SELECT school, dossier, wrapped FROM dossier_key",
              "INSERT INTO dossier_key (school, dossier, wrapped) VALUES (?, ?, ?)"));

  private Tables() {}
}
