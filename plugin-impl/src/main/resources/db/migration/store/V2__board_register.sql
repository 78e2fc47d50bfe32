-- Who goes to the board with a suspicion against staff: no pupil, no dossier, and never a word of the suspicion.
CREATE TABLE board_referral (
  school TEXT    NOT NULL,
  id     BLOB    NOT NULL CHECK (length(id) = 16),
  at     INTEGER NOT NULL,
  sealed BLOB    NOT NULL,
  PRIMARY KEY (school, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER board_referral_is_never_changed
BEFORE UPDATE ON board_referral
BEGIN
  SELECT RAISE(ABORT, 'a referral is never changed');
END;
