package nl.meldcode.conformance;

import java.util.Locale;

/** What can be wrong with an answer; each has a sentence in the message file. */
enum Wrong {
  ALL_FAULTS,
  AUTHORITY_UNKNOWN,
  BODY,
  BYTES,
  CHANGED_LATER,
  CITIZEN_NUMBER,
  DIFFERS,
  DOUBLED,
  ECHO,
  EMPTY,
  FIELD,
  HEADER,
  LAUNCH_FORM,
  LAUNCH_SIGNATURE,
  LAUNCH_UNREADABLE,
  LOST,
  MOMENT,
  NAMES_SOMEBODY,
  NEWEST,
  NEXT,
  NO_ANSWER,
  NO_CONNECTION,
  NO_PLACE,
  NOT_MEMBER,
  NOT_THIN,
  NOT_TOLD,
  ONE_PRIMARY,
  ONE_SIDED,
  ORDER,
  OTHER_PERSON,
  OTHER_PUPIL,
  PAGE_SIZE,
  PLAIN,
  PRIVATE_KEY,
  PROBLEM,
  ROWS,
  SAME_TAG,
  SCHEMA,
  SCOPE,
  SEARCH,
  SECRET,
  SEQUENCE,
  STATUS,
  STORED_ANYWAY,
  TOO_OLD,
  TOO_SLOW,
  TWICE,
  UNKNOWN;

  /** Where the sentence stands. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
