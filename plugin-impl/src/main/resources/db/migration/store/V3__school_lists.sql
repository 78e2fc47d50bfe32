-- What a school fills in itself: its list of signals and its local partners. A version is never changed.
CREATE TABLE school_lists (
  school   TEXT    NOT NULL,
  version  INTEGER NOT NULL CHECK (version > 0),
  at       INTEGER NOT NULL,
  in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
  sealed   BLOB    NOT NULL,
  PRIMARY KEY (school, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER school_lists_are_never_changed
BEFORE UPDATE ON school_lists
BEGIN
  SELECT RAISE(ABORT, 'a version of the lists is never changed');
END;
