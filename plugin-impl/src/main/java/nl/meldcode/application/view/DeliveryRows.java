package nl.meldcode.application.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.meldcode.api.PersonId;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.text.DutchDates;
import nl.meldcode.application.view.DeliveryRow.State;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.dossier.Family;
import nl.meldcode.domain.dossier.Recorded;
import nl.meldcode.domain.dossier.ReportVersion;
import nl.meldcode.domain.dossier.Reports;
import nl.meldcode.domain.dossier.Stated;
import nl.meldcode.domain.entry.Acknowledgement;
import nl.meldcode.domain.entry.AddedByHand;
import nl.meldcode.domain.entry.MeetingReport;
import nl.meldcode.domain.entry.ReportReleased;
import nl.meldcode.domain.family.Guardian;
import nl.meldcode.domain.practice.Practice;
import org.jspecify.annotations.Nullable;

/** How far reports and answers are on their way to the pupil's record (S3.6). */
final class DeliveryRows {
  private final Deliveries.State state;
  private final Dossier dossier;
  private final Words words;
  private final ZoneId zone;

  DeliveryRows(Deliveries.State state, Dossier dossier, Words words, ZoneId zone) {
    this.state = state;
    this.dossier = dossier;
    this.words = words;
    this.zone = zone;
  }

  /** One row per version, per decision about the portal and per answer, oldest first. */
  List<DeliveryRow> of(Reports reports, Family family) {
    List<DeliveryRow> rows = new ArrayList<>();
    for (ReportVersion version : reports.all()) {
      rows.add(of(version));
      if (version.release() != null) {
        rows.add(of(version.release()));
      }
    }
    for (Stated<Acknowledgement> answer : dossier.all(Acknowledgement.class)) {
      String who = name(answer.entry().guardian(), family);
      String key = "view.acknowledged." + answer.entry().status();
      rows.add(row(answer.recorded(), words.say(key, who)));
    }
    return rows;
  }

  private String name(PersonId person, Family family) {
    boolean pupil =
        dossier.registrations().stream().anyMatch(one -> one.value().equals(person.value()));
    return pupil ? words.pupil() : family.guardian(person).map(Guardian::name).orElse("");
  }

  DeliveryRow of(ReportVersion version) {
    Recorded recorded = version.report().recorded();
    String day = words.day(recorded.at().atZone(zone).toLocalDate());
    return row(recorded, words.say("view.report", day, version.number()));
  }

  DeliveryRow of(Stated<ReportReleased> release) {
    return row(release.recorded(), words.say("view.portal." + release.entry().portal()));
  }

  private DeliveryRow row(Recorded recorded, String title) {
    Instant stored = state.stored().get(recorded.seq());
    State where = where(recorded, stored);
    String message =
        where == State.STORED && isInPortal(recorded)
            ? words.say("view.delivery.told", moment(stored))
            : message(where, stored);
    return new DeliveryRow(recorded.id().toString(), title, where, stored, message);
  }

  /** What the relay went past without storing it, the host does not take. */
  private State where(Recorded recorded, @Nullable Instant stored) {
    if (Practice.is(dossier)) {
      return State.KEPT_HERE;
    }
    if (stored != null) {
      return State.STORED;
    }
    if (state.cursor() < recorded.seq()) {
      return state.parked() == null ? State.WAITING : State.PARKED;
    }
    if (!(recorded.entry() instanceof MeetingReport)) {
      return State.KEPT_HERE;
    }
    return added(recorded) ? State.ADDED : State.BY_HAND;
  }

  /** Whether the parents' portal is spoken of elsewhere. */
  private boolean isInPortal(Recorded recorded) {
    return recorded.entry() instanceof ReportReleased
        || dossier.all(ReportReleased.class).stream()
            .anyMatch(one -> one.entry().report().equals(recorded.id()));
  }

  private boolean added(Recorded report) {
    return dossier.all(AddedByHand.class).stream()
        .anyMatch(one -> one.entry().report().equals(report.id()));
  }

  private String message(State where, @Nullable Instant stored) {
    return switch (where) {
      case STORED -> words.say("view.delivery.stored", moment(stored));
      case PARKED -> words.say("delivery.parked." + state.parked());
      case WAITING -> words.say("view.delivery.waiting");
      case BY_HAND -> words.say("capability.documents.instead");
      case ADDED -> words.say("view.delivery.added");
      case KEPT_HERE ->
          words.say(Practice.is(dossier) ? "view.delivery.practice" : "view.delivery.keptHere");
    };
  }

  private String moment(@Nullable Instant at) {
    if (at == null) {
      return "";
    }
    var local = at.atZone(zone);
    String hour = words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "" : " uur";
    String between = hour.isEmpty() ? ", " : " om ";
    return words.day(local.toLocalDate()) + between + DutchDates.time(local.toLocalTime()) + hour;
  }
}
