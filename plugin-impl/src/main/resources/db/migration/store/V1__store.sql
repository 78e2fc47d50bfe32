-- Entries: the clear columns, in the order in which they are authenticated, then what seals them.
CREATE TABLE entry (
  school          TEXT    NOT NULL,
  dossier         BLOB    NOT NULL CHECK (length(dossier) = 16),
  seq             INTEGER NOT NULL CHECK (seq > 0),
  id              BLOB    NOT NULL CHECK (length(id) = 16),
  at              INTEGER NOT NULL,
  kind_version    INTEGER NOT NULL,
  subject         BLOB    NOT NULL CHECK (length(subject) = 32),
  idempotency_key BLOB    NOT NULL CHECK (length(idempotency_key) = 16),
  previous        BLOB    NOT NULL CHECK (length(previous) = 32),
  digest          BLOB    NOT NULL CHECK (length(digest) = 32),
  hash            BLOB    NOT NULL CHECK (length(hash) = 32),
  sealed          BLOB,
  PRIMARY KEY (school, dossier, seq)
) STRICT;

CREATE UNIQUE INDEX entry_idempotency ON entry (school, idempotency_key);
CREATE INDEX entry_beginning ON entry (school, subject) WHERE seq = 1;

-- A guard against our own mistakes; whoever can edit the file is found by the chain.
CREATE TRIGGER entry_is_never_changed
BEFORE UPDATE OF school, dossier, seq, id, at, kind_version, subject, idempotency_key, previous, digest, hash ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_deleted
BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never deleted');
END;

CREATE TABLE attachment (
  school  TEXT    NOT NULL,
  dossier BLOB    NOT NULL CHECK (length(dossier) = 16),
  id      BLOB    NOT NULL CHECK (length(id) = 16),
  at      INTEGER NOT NULL,
  claimed INTEGER NOT NULL DEFAULT 0,
  sealed  BLOB    NOT NULL,
  PRIMARY KEY (school, dossier, id)
) STRICT;

CREATE INDEX attachment_unclaimed ON attachment (at) WHERE claimed = 0;

CREATE TABLE draft (
  school   TEXT    NOT NULL,
  name     BLOB    NOT NULL CHECK (length(name) = 32),
  subject  BLOB    NOT NULL CHECK (length(subject) = 32),
  saved_at INTEGER NOT NULL,
  sealed   BLOB    NOT NULL,
  PRIMARY KEY (school, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE launch_token (
  name  BLOB    NOT NULL PRIMARY KEY CHECK (length(name) = 32),
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  name   BLOB    NOT NULL PRIMARY KEY CHECK (length(name) = 32),
  tenant TEXT    NOT NULL,
  began  INTEGER NOT NULL,
  seen   INTEGER NOT NULL,
  sealed BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE context (
  session BLOB NOT NULL REFERENCES session (name) ON DELETE CASCADE,
  name    BLOB NOT NULL CHECK (length(name) = 32),
  school  TEXT NOT NULL,
  sealed  BLOB NOT NULL,
  PRIMARY KEY (session, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
  school   TEXT    NOT NULL,
  dossier  BLOB    NOT NULL CHECK (length(dossier) = 16),
  cursor   INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next     INTEGER NOT NULL,
  parked   TEXT,
  PRIMARY KEY (school, dossier)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivered (
  school  TEXT    NOT NULL,
  dossier BLOB    NOT NULL CHECK (length(dossier) = 16),
  seq     INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (school, dossier, seq)
) STRICT, WITHOUT ROWID;

-- Sealed under the keys this data belongs to: another set of keys is noticed before anything is written.
CREATE TABLE belongs_to (
  id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed BLOB    NOT NULL
) STRICT;
