package nl.meldcode.domain.term;

/** What a term is counted in; every term names one (A.12, 21). */
public enum TermUnit {
  CALENDAR_DAY("calendarDay"),
  /** Any day on which the school has no vacation. */
  DAY_OUTSIDE_VACATION("dayOutsideVacation"),
  /** Monday to Friday, without the days of the Algemene termijnenwet. */
  WORKING_DAY("workingDay"),
  /** A working day outside the school's vacations and free days. */
  SCHOOL_DAY("schoolDay"),
  /** Seven days; not moved when it ends on a free day. */
  WEEK("week");

  private final String jsonName;

  TermUnit(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name in protocol files. */
  public String jsonName() {
    return jsonName;
  }
}
