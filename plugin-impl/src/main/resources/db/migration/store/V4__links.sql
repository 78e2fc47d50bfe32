-- What was found and lost of the links between dossiers, kept with each of the two.
CREATE TABLE link_change (
  school  TEXT    NOT NULL,
  dossier BLOB    NOT NULL CHECK (length(dossier) = 16),
  seq     INTEGER NOT NULL CHECK (seq > 0),
  at      INTEGER NOT NULL,
  sealed  BLOB    NOT NULL,
  PRIMARY KEY (school, dossier, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER link_change_is_never_changed
BEFORE UPDATE ON link_change
BEGIN
  SELECT RAISE(ABORT, 'a change of a link is never changed');
END;
