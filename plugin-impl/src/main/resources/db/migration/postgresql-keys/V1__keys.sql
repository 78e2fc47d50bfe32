-- As db/migration/keys.
CREATE TABLE admin_check (
  id     integer NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed bytea   NOT NULL
);

CREATE TABLE school_key (
  school  text  NOT NULL PRIMARY KEY,
  wrapped bytea NOT NULL
);

CREATE TABLE dossier_key (
  school  text  NOT NULL REFERENCES school_key (school),
  dossier bytea NOT NULL CHECK (length(dossier) = 16),
  wrapped bytea NOT NULL,
  PRIMARY KEY (school, dossier)
);
