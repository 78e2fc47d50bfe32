-- Who opened for an hour what the role does not open, why, and what somebody else thought of it. Rows are only added.
CREATE TABLE emergency_access (
  school TEXT    NOT NULL,
  id     BLOB    NOT NULL CHECK (length(id) = 16),
  at     INTEGER NOT NULL,
  sealed BLOB    NOT NULL,
  PRIMARY KEY (school, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE emergency_review (
  school TEXT    NOT NULL,
  id     BLOB    NOT NULL CHECK (length(id) = 16),
  at     INTEGER NOT NULL,
  sealed BLOB    NOT NULL,
  PRIMARY KEY (school, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER emergency_access_is_never_changed
BEFORE UPDATE ON emergency_access
BEGIN
  SELECT RAISE(ABORT, 'an emergency access is never changed');
END;

CREATE TRIGGER emergency_review_is_never_changed
BEFORE UPDATE ON emergency_review
BEGIN
  SELECT RAISE(ABORT, 'an emergency access is never changed');
END;
