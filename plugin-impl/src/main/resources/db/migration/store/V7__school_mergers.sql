-- Which school became part of which, as the host last said it: sealed, since it says who may see what.
CREATE TABLE school_merger (
  id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed BLOB    NOT NULL
) STRICT;
