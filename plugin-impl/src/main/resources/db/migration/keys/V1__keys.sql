-- Keys that are themselves sealed: the administrator's key wraps a school's, which wraps a dossier's.
CREATE TABLE admin_check (
  id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed BLOB    NOT NULL
) STRICT;

CREATE TABLE school_key (
  school  TEXT NOT NULL PRIMARY KEY,
  wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_key (
  school  TEXT NOT NULL REFERENCES school_key (school),
  dossier BLOB NOT NULL CHECK (length(dossier) = 16),
  wrapped BLOB NOT NULL,
  PRIMARY KEY (school, dossier)
) STRICT, WITHOUT ROWID;
