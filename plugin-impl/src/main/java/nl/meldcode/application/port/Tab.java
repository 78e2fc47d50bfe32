package nl.meldcode.application.port;

import java.util.Arrays;
import java.util.Optional;

/** The tabs that the plugin offers to a host, in their order (P1). */
public enum Tab {
  OVERVIEW("overview", Place.PUPIL_RECORD),
  SIGNALS("signals", Place.PUPIL_RECORD),
  CONSULTATION("consultation", Place.PUPIL_RECORD),
  PARENTS("parents", Place.PUPIL_RECORD),
  WEIGHING("weighing", Place.PUPIL_RECORD),
  DECISION("decision", Place.PUPIL_RECORD),
  AFTER_REPORT("after-report", Place.PUPIL_RECORD),
  LINKS("links", Place.PUPIL_RECORD),
  LOG("log", Place.PUPIL_RECORD),
  WORK_LIST("work-list", Place.STAFF_HOME),
  SCHOOL("school", Place.SCHOOL_ADMIN),
  LISTS("lists", Place.SCHOOL_ADMIN),
  EMERGENCY("emergency", Place.SCHOOL_ADMIN),
  DESTRUCTIONS("destructions", Place.SCHOOL_ADMIN),
  FIGURES("figures", Place.SCHOOL_ADMIN);

  private final String key;
  private final Place place;

  Tab(String key, Place place) {
    this.key = key;
    this.place = place;
  }

  /** The tab with that key. */
  public static Optional<Tab> of(String key) {
    return Arrays.stream(values()).filter(tab -> tab.key.equals(key)).findFirst();
  }

  /** Its name in descriptor, launch token and address. */
  public String key() {
    return key;
  }

  /** Where the host shows it. */
  public Place place() {
    return place;
  }

  /** Whether it is about one pupil. */
  public boolean needsPupil() {
    return place == Place.PUPIL_RECORD;
  }

  /** The places of a host at which tabs appear (Host Connect 3.1). */
  public enum Place {
    PUPIL_RECORD("pupil.record"),
    STAFF_HOME("staff.home"),
    SCHOOL_ADMIN("school.admin");

    private final String location;

    Place(String location) {
      this.location = location;
    }

    /** The {@code location} of the descriptor. */
    public String location() {
      return location;
    }
  }
}
