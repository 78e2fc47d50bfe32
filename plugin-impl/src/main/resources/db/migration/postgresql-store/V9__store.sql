-- As db/migration/store is with its V9: the versions of both go on side by side. The school leads every key of what belongs to one.

-- Entries: the clear columns, in the order in which they are authenticated, then what seals them.
CREATE TABLE entry (
  school          text   NOT NULL,
  dossier         bytea  NOT NULL CHECK (length(dossier) = 16),
  seq             bigint NOT NULL CHECK (seq > 0),
  id              bytea  NOT NULL CHECK (length(id) = 16),
  at              bigint NOT NULL,
  kind_version    bigint NOT NULL,
  subject         bytea  NOT NULL CHECK (length(subject) = 32),
  idempotency_key bytea  NOT NULL CHECK (length(idempotency_key) = 16),
  previous        bytea  NOT NULL CHECK (length(previous) = 32),
  digest          bytea  NOT NULL CHECK (length(digest) = 32),
  hash            bytea  NOT NULL CHECK (length(hash) = 32),
  sealed          bytea,
  files           bytea,
  PRIMARY KEY (school, dossier, seq)
);

CREATE UNIQUE INDEX entry_idempotency ON entry (school, idempotency_key);

CREATE INDEX entry_beginning ON entry (school, subject) WHERE seq = 1;

CREATE TABLE attachment (
  school  text   NOT NULL,
  dossier bytea  NOT NULL CHECK (length(dossier) = 16),
  id      bytea  NOT NULL CHECK (length(id) = 16),
  at      bigint NOT NULL,
  claimed bigint NOT NULL DEFAULT 0,
  sealed  bytea  NOT NULL,
  PRIMARY KEY (school, dossier, id)
);

CREATE INDEX attachment_unclaimed ON attachment (at) WHERE claimed = 0;

CREATE TABLE draft (
  school   text   NOT NULL,
  name     bytea  NOT NULL CHECK (length(name) = 32),
  subject  bytea  NOT NULL CHECK (length(subject) = 32),
  saved_at bigint NOT NULL,
  sealed   bytea  NOT NULL,
  PRIMARY KEY (school, name)
);

CREATE TABLE launch_token (
  name  bytea  NOT NULL PRIMARY KEY CHECK (length(name) = 32),
  until bigint NOT NULL
);

CREATE TABLE session (
  name   bytea  NOT NULL PRIMARY KEY CHECK (length(name) = 32),
  tenant text   NOT NULL,
  began  bigint NOT NULL,
  seen   bigint NOT NULL,
  sealed bytea  NOT NULL
);

CREATE TABLE context (
  session bytea NOT NULL REFERENCES session (name) ON DELETE CASCADE,
  name    bytea NOT NULL CHECK (length(name) = 32),
  school  text  NOT NULL,
  sealed  bytea NOT NULL,
  PRIMARY KEY (session, name)
);

CREATE TABLE delivery (
  school   text   NOT NULL,
  dossier  bytea  NOT NULL CHECK (length(dossier) = 16),
  cursor   bigint NOT NULL,
  attempts bigint NOT NULL,
  next     bigint NOT NULL,
  parked   text,
  PRIMARY KEY (school, dossier)
);

CREATE TABLE delivered (
  school  text   NOT NULL,
  dossier bytea  NOT NULL CHECK (length(dossier) = 16),
  seq     bigint NOT NULL,
  at      bigint NOT NULL,
  PRIMARY KEY (school, dossier, seq)
);

-- Sealed under the keys this data belongs to: another set of keys is noticed before anything is written.
CREATE TABLE belongs_to (
  id     bigint NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed bytea  NOT NULL
);

-- Who goes to the board with a suspicion against staff: no pupil, no dossier, and never a word of the suspicion.
CREATE TABLE board_referral (
  school text   NOT NULL,
  id     bytea  NOT NULL CHECK (length(id) = 16),
  at     bigint NOT NULL,
  sealed bytea  NOT NULL,
  PRIMARY KEY (school, id)
);

-- What a school fills in itself: its list of signals and its local partners. A version is never changed.
CREATE TABLE school_lists (
  school   text   NOT NULL,
  version  bigint NOT NULL CHECK (version > 0),
  at       bigint NOT NULL,
  in_force bigint NOT NULL CHECK (in_force IN (0, 1)),
  sealed   bytea  NOT NULL,
  PRIMARY KEY (school, version)
);

-- What was found and lost of the links between dossiers, kept with each of the two.
CREATE TABLE link_change (
  school  text   NOT NULL,
  dossier bytea  NOT NULL CHECK (length(dossier) = 16),
  seq     bigint NOT NULL CHECK (seq > 0),
  at      bigint NOT NULL,
  sealed  bytea  NOT NULL,
  PRIMARY KEY (school, dossier, seq)
);

-- How far the feed of a host was followed: an opaque cursor of the host.
CREATE TABLE host_place (
  tenant text NOT NULL PRIMARY KEY,
  cursor text NOT NULL
);

-- Under which other registrations of its pupil something was recorded in a dossier; the first one stands in its first entry.
CREATE TABLE registration (
  school  text  NOT NULL,
  subject bytea NOT NULL CHECK (length(subject) = 32),
  dossier bytea NOT NULL CHECK (length(dossier) = 16),
  PRIMARY KEY (school, subject, dossier)
);

-- Which school became part of which, as the host last said it: sealed, since it says who may see what.
CREATE TABLE school_merger (
  id     bigint NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed bytea  NOT NULL
);

-- Who opened for an hour what the role does not open, why, and what somebody else thought of it. Rows are only added.
CREATE TABLE emergency_access (
  school text   NOT NULL,
  id     bytea  NOT NULL CHECK (length(id) = 16),
  at     bigint NOT NULL,
  sealed bytea  NOT NULL,
  PRIMARY KEY (school, id)
);

CREATE TABLE emergency_review (
  school text   NOT NULL,
  id     bytea  NOT NULL CHECK (length(id) = 16),
  at     bigint NOT NULL,
  sealed bytea  NOT NULL,
  PRIMARY KEY (school, id)
);

-- What other nodes recorded since a moment: the relay looks for it every second.
CREATE INDEX entry_moment ON entry (at);

-- What was destroyed, as each node has it in its erasures.log: for the nodes that did not do it.
CREATE TABLE erasure (
  school      text  NOT NULL,
  dossier     bytea NOT NULL CHECK (length(dossier) = 16),
  name        bytea NOT NULL CHECK (length(name) = 32),
  entries     text  NOT NULL,
  certificate bytea NOT NULL,
  PRIMARY KEY (school, dossier, name)
);

-- A guard against our own mistakes; whoever can change the database is found by the chain.
CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER entry_is_never_changed
BEFORE UPDATE OF school, dossier, seq, id, at, kind_version, subject, idempotency_key, previous, digest, hash, files ON entry
FOR EACH ROW EXECUTE FUNCTION never();
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry FOR EACH ROW EXECUTE FUNCTION never();
CREATE TRIGGER board_referral_is_never_changed BEFORE UPDATE ON board_referral FOR EACH ROW EXECUTE FUNCTION never();
CREATE TRIGGER school_lists_are_never_changed BEFORE UPDATE ON school_lists FOR EACH ROW EXECUTE FUNCTION never();
CREATE TRIGGER link_change_is_never_changed BEFORE UPDATE ON link_change FOR EACH ROW EXECUTE FUNCTION never();
CREATE TRIGGER emergency_access_is_never_changed BEFORE UPDATE ON emergency_access FOR EACH ROW EXECUTE FUNCTION never();
CREATE TRIGGER emergency_review_is_never_changed BEFORE UPDATE ON emergency_review FOR EACH ROW EXECUTE FUNCTION never();
