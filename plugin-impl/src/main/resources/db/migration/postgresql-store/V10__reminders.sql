-- Who does not want to be reminded by mail, and on which day each was last: under a keyed hash, of the whole board.
CREATE TABLE reminder (
  name   bytea  NOT NULL PRIMARY KEY CHECK (length(name) = 32),
  wanted bigint NOT NULL CHECK (wanted IN (0, 1)),
  day    bigint NOT NULL
);
