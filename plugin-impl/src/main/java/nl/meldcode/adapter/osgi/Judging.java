package nl.meldcode.adapter.osgi;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import nl.meldcode.adapter.health.CheckedByFile;
import nl.meldcode.adapter.host.HostCalendars;
import nl.meldcode.adapter.host.HostClient;
import nl.meldcode.adapter.osgi.config.Settings;
import nl.meldcode.adapter.protocol.ShippedCalendars;
import nl.meldcode.adapter.store.SqlStore;
import nl.meldcode.application.national.CheckAllSchools;
import nl.meldcode.application.port.ListsOfSchools;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.view.Assessments;

/** What is missing is judged by the board's protocols and the host's calendar. */
final class Judging {
  private Judging() {}

  static Assessments of(
      Settings all, HostClient host, Roster roster, ListsOfSchools lists, Clock clock) {
    ShippedCalendars shipped = new ShippedCalendars(Map.of(), all.plugin().region());
    return new Assessments(
        all.protocols(),
        new HostCalendars(host, roster::capabilities, shipped, clock),
        lists,
        clock);
  }

  /** What counts how all schools stand for who asks by a file in the data directory. */
  static BooleanSupplier all(
      Path data, SqlStore store, Roster roster, Assessments assessments, Clock clock) {
    CheckAllSchools check =
        new CheckAllSchools(store.everyDossier(), store.mergers(), roster, assessments, clock);
    return new CheckedByFile(data, check::count, check::run)::look;
  }
}
