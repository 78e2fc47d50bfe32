-- Under which other registrations of its pupil something was recorded in a dossier; the first one stands in its first entry.
CREATE TABLE registration (
  school  TEXT NOT NULL,
  subject BLOB NOT NULL CHECK (length(subject) = 32),
  dossier BLOB NOT NULL CHECK (length(dossier) = 16),
  PRIMARY KEY (school, subject, dossier)
) STRICT, WITHOUT ROWID;
