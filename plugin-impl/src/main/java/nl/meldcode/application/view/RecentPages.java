package nl.meldcode.application.view;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.meldcode.api.DossierId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.SignIn;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Roster.Surroundings;
import nl.meldcode.domain.access.Person;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.term.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The last page of each reader and pupil, given again as long as everything it was made from is the
 * same: rights, host data, day, entries, deliveries. Rights are decided and the log is written
 * before it is asked. Safe for several threads.
 */
final class RecentPages {
  private static final int MOST = 100;

  private final Map<Place, Kept> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Kept> eldest) {
          return size() > MOST;
        }
      };

  private record Place(StaffId reader, PupilId pupil) {}

  private record Kept(Made made, Page page) {}

  /** All that a page is made from; dossiers are the same when they are the same object. */
  record Made(
      Person person,
      Locale locale,
      @Nullable DossierId chosen,
      SignIn signIn,
      Surroundings around,
      boolean old,
      LocalDate today,
      List<Dossier> dossiers,
      boolean asked,
      Set<String> filledLists,
      SchoolCalendar calendar,
      Deliveries.@Nullable State delivered) {}

  Page page(Caller caller, Made made, Supplier<PageView> make) {
    Place place = new Place(caller.person().id(), caller.pupil());
    synchronized (pages) {
      Kept kept = pages.get(place);
      if (kept != null && kept.made().equals(made)) {
        return kept.page();
      }
    }
    Page page = new Page(make.get());
    synchronized (pages) {
      pages.put(place, new Kept(made, page));
    }
    return page;
  }
}
