-- Which stored files an entry names, each with the SHA-256 of its sealed bytes: a part of what its chain authenticates.
ALTER TABLE entry ADD COLUMN files BLOB;

DROP TRIGGER entry_is_never_changed;
CREATE TRIGGER entry_is_never_changed
BEFORE UPDATE OF school, dossier, seq, id, at, kind_version, subject, idempotency_key, previous, digest, hash, files ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;
