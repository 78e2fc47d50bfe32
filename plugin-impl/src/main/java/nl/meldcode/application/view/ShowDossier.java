package nl.meldcode.application.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldcode.application.desk.Caller;
import nl.meldcode.application.desk.Gate;
import nl.meldcode.application.desk.SignIn;
import nl.meldcode.application.port.AccessLog.What;
import nl.meldcode.application.port.Deliveries;
import nl.meldcode.application.port.Roster;
import nl.meldcode.application.port.Roster.PupilCard;
import nl.meldcode.application.port.Roster.StaffMember;
import nl.meldcode.application.text.Texts;
import nl.meldcode.application.view.PageView.GuardianRow;
import nl.meldcode.application.view.PageView.StaffRow;
import nl.meldcode.domain.access.Action;
import nl.meldcode.domain.access.Verdict;
import nl.meldcode.domain.dossier.Dossier;
import nl.meldcode.domain.emergency.EmergencyAccess;
import nl.meldcode.domain.practice.Practice;
import nl.meldcode.domain.protocol.Facts;
import org.jspecify.annotations.Nullable;

/** Shows the caller what may be seen of the pupil's dossier; the log is written first (C.7). */
public final class ShowDossier {
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final Shelf shelf;
  private final Roster roster;
  private final Deliveries deliveries;
  private final Gate gate;
  private final Assessments assessments;
  private final Texts texts;
  private final RecentPages recent = new RecentPages();

  public ShowDossier(
      Shelf shelf,
      Roster roster,
      Deliveries deliveries,
      Gate gate,
      Assessments assessments,
      Texts texts) {
    this.shelf = shelf;
    this.roster = roster;
    this.deliveries = deliveries;
    this.gate = gate;
    this.assessments = assessments;
    this.texts = texts;
  }

  /**
   * The page for this caller. Whoever may not know of a dossier gets the same answer whether or not
   * there is one.
   *
   * @throws nl.meldcode.application.desk.TooManyLookUps when the caller saw too many pupils lately
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public Page show(Caller caller) {
    List<Dossier> all = shelf.all(caller);
    Optional<Dossier> atHand = caller.atHand(all);
    Verdict verdict = gate.policy().decide(caller, Action.READ_C1, atHand);
    boolean hidden = !verdict.permitted();
    gate.shows(hidden ? What.REFUSED : What.READ, caller, atHand, verdict.rule(), "overview");
    RecentPages.Made made =
        new RecentPages.Made(
            caller.person(),
            caller.locale(),
            caller.chosen(),
            new SignIn(false, caller.signIn().emergency()),
            caller.around(),
            isOld(caller.around().asOf()),
            assessments.today(),
            all,
            shelf.isAsked(caller),
            assessments.filled(caller.school()),
            assessments.calendar(caller.school()),
            atHand.map(one -> deliveries.state(one.school(), one.id())).orElse(null));
    return recent.page(caller, made, () -> page(caller, made, atHand, hidden));
  }

  /**
   * The page on which nothing of the pupil's dossiers is shown, and a signal or an emergency action
   * can be recorded: for who must wait before seeing more pupils.
   *
   * @throws nl.meldcode.application.port.StoreUnavailable when the log cannot be written
   */
  public PageView toRecord(Caller caller) {
    gate.shows(What.REFUSED, caller, Optional.empty(), "RECORDING.ONLY", "overview");
    return new PageView(
        assessments.today(),
        caller.around().asOf(),
        isOld(caller.around().asOf()),
        me(caller, Optional.empty()),
        pupil(caller.around().pupil()),
        List.of(),
        staff(caller),
        true,
        List.of(),
        List.of(),
        false,
        null,
        null);
  }

  private PageView page(
      Caller caller, RecentPages.Made made, Optional<Dossier> atHand, boolean hidden) {
    Words words = new Words(texts, caller, made.today());
    EntryRows entries = new EntryRows(gate.policy(), caller, words);
    return new PageView(
        made.today(),
        caller.around().asOf(),
        made.old(),
        me(caller, atHand),
        pupil(caller.around().pupil()),
        guardians(caller, atHand, words),
        staff(caller),
        hidden,
        hidden ? entries.own(made.dossiers()) : List.of(),
        shelf.rows(caller, made.dossiers()),
        made.asked(),
        until(caller),
        hidden ? null : atHand.map(one -> view(caller, one, made, words)).orElse(null));
  }

  private DossierView view(Caller caller, Dossier dossier, RecentPages.Made made, Words words) {
    Facts facts = assessments.facts(dossier, caller);
    Words told = words.with(assessments.texts(dossier, caller.locale()));
    return new DossierViews(gate.policy(), caller, told, dossier)
        .view(
            facts,
            assessments.of(dossier, facts),
            assessments.asks(dossier),
            new IncidentRows(roster, gate.policy(), caller, words).of(dossier),
            Objects.requireNonNull(made.delivered()),
            gate.clock().getZone());
  }

  private static @Nullable Instant until(Caller caller) {
    EmergencyAccess emergency = caller.signIn().emergency();
    return emergency == null ? null : emergency.until();
  }

  private boolean isOld(Instant asOf) {
    return asOf.isBefore(gate.now().minus(FRESH));
  }

  private PageView.Me me(Caller caller, Optional<Dossier> dossier) {
    Set<Action> may =
        Arrays.stream(Action.values())
            .filter(action -> may(caller, action, dossier))
            .collect(Collectors.toUnmodifiableSet());
    String name =
        caller.around().staff().member(caller.person().id()).map(StaffMember::name).orElse("");
    return new PageView.Me(caller.person().id().toString(), name, caller.person().roles(), may);
  }

  /** What is of the school tells nothing of a dossier that the reader may not know of. */
  private boolean may(Caller caller, Action action, Optional<Dossier> dossier) {
    Optional<Dossier> about = action.isOfSchool() ? Optional.empty() : dossier;
    return gate.policy().decide(caller, action, about).permitted();
  }

  private PageView.PupilHead pupil(PupilCard pupil) {
    LocalDate today = assessments.today();
    return new PageView.PupilHead(
        pupil.id().toString(),
        pupil.name(),
        pupil.givenName(),
        pupil.groupName(),
        Period.between(pupil.birthDate(), today).getYears(),
        pupil.standing(),
        Practice.is(pupil.id()));
  }

  /** Who reads signals and talks also sees the guardians. */
  private List<GuardianRow> guardians(Caller caller, Optional<Dossier> dossier, Words words) {
    if (!gate.policy().decide(caller, Action.READ_C2, dossier).permitted()) {
      return List.of();
    }
    return dossier
        .map(one -> new DossierViews(gate.policy(), caller, words, one).guardians())
        .orElse(List.of());
  }

  private static List<StaffRow> staff(Caller caller) {
    return caller.around().staff().members().stream()
        .map(one -> new StaffRow(one.id().toString(), one.name(), one.roles()))
        .toList();
  }
}
