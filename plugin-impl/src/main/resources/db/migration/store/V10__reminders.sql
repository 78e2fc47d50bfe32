-- Who does not want to be reminded by mail, and on which day each was last: under a keyed hash, of the whole board.
CREATE TABLE reminder (
  name   BLOB    NOT NULL PRIMARY KEY CHECK (length(name) = 32),
  wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
  day    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
