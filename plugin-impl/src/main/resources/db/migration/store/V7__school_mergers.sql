-- Which school became part of which, as the host last said it.
CREATE TABLE school_merger (
  school      TEXT NOT NULL PRIMARY KEY,
  into_school TEXT NOT NULL
) STRICT, WITHOUT ROWID;
