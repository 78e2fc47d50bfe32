package nl.meldcode.adapter.host;

/** What a host may do that the contract does not foresee, seen on real ones (Host Connect 5). */
enum Behaviour {
  NONE,
  JUNK_JSON,
  LOGIN_PAGE,
  REDIRECT_TO_LOGIN,
  OTHER_ERROR_SHAPE,
  NULL_ROWS,

  /** Every collection is empty, with status 200. */
  EMPTY_ROSTER,
  /** Every second pupil and member of staff is left out, with status 200. */
  HALVED_ROSTER,

  /** Ten rows a page whatever was asked, and a Link. */
  LIMIT_CLAMPED,
  /** The same, without a Link; goes on at the offset. */
  OFFSET_PAGES,
  /** The same, without a Link and without an offset. */
  CLAMPED_WITHOUT_LINK,
  /** As many rows as were asked, and no word of the others. */
  FULL_PAGE_WITHOUT_LINK,
  /** Pages by number: seven rows, and in the body how many there are. */
  COUNT_IN_BODY,
  /** The Link to the next page leads to the same page. */
  LINK_LOOP,
  LINK_ELSEWHERE,
  /** The Link to the next page stands in a second header, behind another. */
  TWO_LINK_HEADERS,

  /** What is there already is answered with 409, not 412; the first answer to a write is lost. */
  STALE_AS_409,
  /** If-Match and If-None-Match mean nothing; the first answer to a write is lost. */
  PRECONDITIONS_IGNORED,
  /** The Idempotency-Key means nothing; the first answer to a write is lost. */
  DOUBLES,
  /** Writes are done, but answered with 500 the first time. */
  STORES_AND_FAILS,
  /** Entries are shown in the parents' portal. */
  WIDER,
  /** Answers about another pupil than was asked for. */
  WRONG_PUPIL,

  /** Relations, roles, authority and status in words that nobody agreed on. */
  UNKNOWN_WORDS,
  NULL_LAST_MODIFIED,

  /** 200 MB of white space. */
  ENDLESS_BODY,
  NO_HEADERS,
  /** A byte each second. */
  DRIP,
  CUT_HALFWAY,
  /** A Content-Length that is no number. */
  BAD_LENGTH,

  RATE_LIMITED,
  UNAVAILABLE,
  TOKEN_FAILS;

  /** Whether the first answer to each write gets lost, after it was done. */
  boolean losesFirstAnswers() {
    return this == STALE_AS_409 || this == PRECONDITIONS_IGNORED || this == DOUBLES;
  }
}
