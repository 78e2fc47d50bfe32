package nl.meldcode.domain.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import nl.meldcode.domain.entry.AdviceTopic;
import nl.meldcode.domain.entry.Afwegingskader;
import nl.meldcode.domain.entry.ConsultLevel;
import nl.meldcode.domain.entry.Consultation;
import nl.meldcode.domain.entry.Consultation.Conference;
import nl.meldcode.domain.entry.Decision;
import nl.meldcode.domain.entry.EmergencyAction;
import nl.meldcode.domain.entry.Entry;
import nl.meldcode.domain.entry.ExternalConsultation;
import nl.meldcode.domain.entry.HelpEvaluation;
import nl.meldcode.domain.entry.Kind;
import nl.meldcode.domain.entry.ParentMeeting;
import nl.meldcode.domain.entry.Signal;
import nl.meldcode.domain.entry.SignalOverview;
import nl.meldcode.domain.entry.Told;
import nl.meldcode.domain.entry.VeiligThuisConclusion;
import nl.meldcode.domain.entry.VeiligThuisConclusion.Conclusion;
import nl.meldcode.domain.entry.VeiligThuisFeedback;
import nl.meldcode.domain.entry.VeiligThuisReport;
import nl.meldcode.domain.entry.Weighing;
import org.jspecify.annotations.Nullable;

/** A field that a protocol may ask an answer for, by its name in JSON. */
public final class Field {
  static final List<Field> ALL = all();

  private final Kind kind;
  private final String name;
  private final Predicate<Entry> answered;

  private Field(Kind kind, String name, Predicate<Entry> answered) {
    this.kind = kind;
    this.name = name;
    this.answered = answered;
  }

  /** The field of that name; empty when protocols cannot ask for it. */
  public static Optional<Field> find(Kind kind, String name) {
    return ALL.stream().filter(field -> field.kind == kind && field.name.equals(name)).findFirst();
  }

  Kind kind() {
    return kind;
  }

  /** Key of the word for it, such as {@code field.SignalOverview.what}. */
  public String wordKey() {
    return "field." + kind.jsonName() + "." + name;
  }

  boolean answeredIn(Entry entry) {
    return answered.test(entry);
  }

  private static List<Field> all() {
    List<Field> all = new ArrayList<>();
    all.add(of(Signal.class, "facts", one -> given(one.facts())));
    all.add(of(EmergencyAction.class, "outcome", one -> given(one.outcome())));
    overview(all);
    conference(all);
    for (ParentMeeting.Point point : ParentMeeting.Point.values()) {
      all.add(of(ParentMeeting.class, "points." + camel(point), one -> dealtWith(one, point)));
    }
    weighing(all);
    all.add(of(HelpEvaluation.class, "effectChild", one -> given(one.effectChild())));
    all.add(of(HelpEvaluation.class, "resultInTime", one -> one.resultInTime() != null));
    report(all);
    outside(all);
    afweging(all);
    afterReport(all);
    return List.copyOf(all);
  }

  private static void overview(List<Field> all) {
    all.add(of(SignalOverview.class, "what", one -> given(one.what())));
    all.add(of(SignalOverview.class, "frequency", one -> true));
    all.add(of(SignalOverview.class, "situations", one -> given(one.situations())));
    all.add(of(SignalOverview.class, "others", one -> true));
    all.add(
        of(
            SignalOverview.class,
            "development",
            one -> one.developmentUnknown() || given(one.development())));
    all.add(of(SignalOverview.class, "developmentKnown", one -> !one.developmentUnknown()));
  }

  private static void conference(List<Field> all) {
    all.add(conference("analysis", one -> given(one.analysis())));
    all.add(conference("plan", one -> !one.plan().isEmpty()));
    all.add(conference("parentsPresent", one -> one.parentsPresent() != null));
  }

  private static void weighing(List<Field> all) {
    all.add(of(Weighing.class, "suspicion", one -> one.suspicion() != null));
    all.add(of(Weighing.class, "bystanders", one -> given(one.bystanders())));
    all.add(of(Weighing.class, "criteriaClear", Weighing::allCriteriaClear));
    all.add(of(Weighing.class, "safetyRisk", one -> one.safetyRisk() != null));
    all.add(of(Weighing.class, "unrest", one -> one.unrest() != null));
    all.add(of(Weighing.class, "developmentPoints", one -> given(one.developmentPoints())));
    all.add(
        of(
            Weighing.class,
            "externalAdvice",
            one -> one.externalAdviceAsked() || given(one.externalAdviceReason())));
  }

  private static void report(List<Field> all) {
    for (VeiligThuisReport.Topic topic : VeiligThuisReport.Topic.values()) {
      all.add(of(VeiligThuisReport.class, "topics." + camel(topic), one -> resolved(one, topic)));
    }
    all.add(of(VeiligThuisReport.class, "legalDiscussed", VeiligThuisReport::legalDiscussed));
    all.add(of(VeiligThuisReport.class, "agreedFeedbackOn", one -> one.agreedFeedbackOn() != null));
  }

  private static void afweging(List<Field> all) {
    all.add(afweging("unsafe", Afwegingskader::unsafeAnswered));
    all.add(afweging("effectiveHelp", one -> one.effectiveHelp() != null));
    all.add(afweging("helpAccepted", Afwegingskader::acceptanceAnswered));
    all.add(afweging("reportNecessary", one -> one.reportNecessary() != null));
    all.add(afweging("helpPossible", one -> one.helpPossible() != null));
    all.add(afweging("deviation", one -> given(one.deviation())));
  }

  private static Field afweging(String name, Predicate<Afwegingskader> answered) {
    return of(
        Decision.class,
        "afweging." + name,
        one -> Optional.ofNullable(one.afweging()).filter(answered).isPresent());
  }

  private static void outside(List<Field> all) {
    all.add(of(ExternalConsultation.class, "formExpert", ExternalConsultation::knowsSpecialForms));
    for (AdviceTopic topic : AdviceTopic.values()) {
      all.add(
          of(
              ExternalConsultation.class,
              "topics." + camel(topic),
              one -> !one.ofVeiligThuis() || one.dealtWith(topic)));
    }
  }

  private static void afterReport(List<Field> all) {
    all.add(concluded(Conclusion.REFUTED, "fileClosed", one -> one.fileClosed() != null));
    all.add(
        concluded(Conclusion.REFUTED, "destructionRight", one -> one.destructionRight() != null));
    all.add(concluded(Conclusion.NOT_CONFIRMED, "recall", one -> one.recall() != null));
    all.add(
        concluded(
            Conclusion.NOT_CONFIRMED,
            "recallDetails",
            one -> one.recall() == null || one.recall().settled()));
    all.add(concluded(Conclusion.NOT_CONFIRMED, "fileClosed", one -> one.fileClosed() != null));
    for (Conclusion ended : List.of(Conclusion.REFUTED, Conclusion.NOT_CONFIRMED)) {
      all.add(concluded(ended, "reporterInformed", one -> one.reporterInformed() != null));
      all.add(
          concluded(ended, "professionalsInformed", one -> one.professionalsInformed() != null));
    }
    all.add(
        concluded(
            Conclusion.CONFIRMED,
            "measures",
            one -> one.measuresNotTold() || given(one.measures())));
    all.add(concluded(Conclusion.CONFIRMED, "responsible", one -> !one.responsible().isEmpty()));
    feedback(all);
  }

  /** Asked only with that conclusion. */
  private static Field concluded(
      Conclusion conclusion, String name, Predicate<VeiligThuisConclusion> answered) {
    return of(
        VeiligThuisConclusion.class,
        camel(conclusion) + "." + name,
        one -> one.conclusion() != conclusion || answered.test(one));
  }

  private static void feedback(List<Field> all) {
    Class<VeiligThuisFeedback> feedback = VeiligThuisFeedback.class;
    all.add(of(feedback, "confirmed", one -> one.confirmed() != null));
    all.add(
        of(
            feedback,
            "followUpStarted",
            one -> one.confirmed() != Told.YES || one.followUpStarted() != null));
    all.add(
        of(
            feedback,
            "expectations",
            one -> one.expectationsNotTold() || !one.expectations().isEmpty()));
    all.add(
        of(
            feedback,
            "handoverContacts",
            one -> one.handedOver() != Told.YES || !one.handoverContacts().isEmpty()));
    all.add(
        of(
            feedback,
            "noActionReason",
            one -> one.actionTaken() != Told.NO || given(one.noActionReason())));
    all.add(of(feedback, "useOfInformation", one -> given(one.useOfInformation())));
  }

  /** A consultation below the level of a case conference is not asked for these. */
  private static Field conference(String name, Predicate<Conference> answered) {
    return of(
        Consultation.class,
        "conference." + name,
        one ->
            one.level() != ConsultLevel.CASE_CONFERENCE
                || Optional.ofNullable(one.conference()).filter(answered).isPresent());
  }

  private static boolean dealtWith(ParentMeeting meeting, ParentMeeting.Point point) {
    return meeting.points().stream()
        .anyMatch(one -> one.point() == point && (one.done() || given(one.note())));
  }

  private static boolean resolved(VeiligThuisReport report, VeiligThuisReport.Topic topic) {
    return report.topics().stream().anyMatch(one -> one.topic() == topic && one.resolved());
  }

  private static <T extends Entry> Field of(Class<T> type, String name, Predicate<T> test) {
    Kind kind = kindOf(type);
    return new Field(kind, name, entry -> type.isInstance(entry) && test.test(type.cast(entry)));
  }

  private static Kind kindOf(Class<? extends Entry> type) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.type() == type)
        .findFirst()
        .orElseThrow();
  }

  private static String camel(Enum<?> constant) {
    String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      name.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
    }
    return name.toString();
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
