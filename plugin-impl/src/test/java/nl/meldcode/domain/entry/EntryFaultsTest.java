package nl.meldcode.domain.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meldcode.adapter.json.JsonEntries;
import nl.meldcode.api.EntryId;
import nl.meldcode.api.PersonId;
import nl.meldcode.api.PupilId;
import nl.meldcode.api.StaffId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each kind has to say about what it points at, or lacks given its other answers. A word with
 * an at-sign is an id; the dossier knows {@code @mother}, {@code @anja}, {@code @lotte} and the
 * entries named below, and not {@code @stranger}.
 */
class EntryFaultsTest {
  private static final Pattern NAME = Pattern.compile("\"@(\\w+)\"");
  private static final JsonEntries JSON = new JsonEntries();
  private static final Map<String, String> ENTRIES =
      Map.of(
          "talk",
              "{'kind':'ParentMeeting','on':'2026-02-02','place':'school','schoolParticipants':['@anja']}",
          "report",
              "{'kind':'MeetingReport','meeting':'@talk','text':'x','agreements':[{'what':'a','who':'b'}]}",
          "help",
              "{'kind':'HelpArrangement','what':'x','provider':'y','owner':'@anja','startOn':'2026-02-02','reviewOn':'2026-03-02'}",
          "told", "{'kind':'VeiligThuisReport','on':'2026-02-02','contact':'x','topics':[]}");

  /** A body, and after the arrow its faults; without an arrow there are none. */
  private static final String CASES =
      """
      {'kind':'ParentMeeting','schoolParticipants':['@anja'],'guardiansPresent':['@mother'],'points':[{'point':'PURPOSE','done':true}]}
      {'kind':'ParentMeeting','schoolParticipants':['@anja','@stranger']} -> /schoolParticipants/1 staff.unknown
      {'kind':'ParentMeeting','guardiansPresent':['@mother','@stranger']} -> /guardiansPresent/1 guardian.unknown
      {'kind':'ParentMeeting','points':[{'point':'FACTS','done':false,'note':'later'},{'point':'EMOTION','done':false}]} -> /points/1/note reason.missing
      {'kind':'ParentMeeting','points':[{'point':'RECOGNITION','done':true}]} -> /recognition answer.missing
      {'kind':'ParentMeeting','points':[{'point':'RECOGNITION','done':true}],'recognition':'NO'}
      {'kind':'ParentMeeting','points':[{'point':'RECOGNITION','done':false,'note':'later'}]}
      {'kind':'MeetingReport','meeting':'@talk'}
      {'kind':'MeetingReport','meeting':'@report'} -> /meeting meeting.unknown
      {'kind':'InvolvedInformed','guardian':'@mother','informedOn':'2026-02-02'}
      {'kind':'InvolvedInformed','guardian':'@mother','exemption':'SAFETY_CHILD','motivation':'x'}
      {'kind':'InvolvedInformed','guardian':'@stranger','informedOn':'2026-02-02'} -> /guardian guardian.unknown
      {'kind':'InvolvedInformed','guardian':'@mother'} -> /informedOn informed.orExempt
      {'kind':'InvolvedInformed','guardian':'@mother','informedOn':'2026-02-02','exemption':'SAFETY_CHILD','motivation':'x'} -> /informedOn informed.orExempt
      {'kind':'InvolvedInformed','guardian':'@mother','exemption':'SAFETY_CHILD','motivation':' '} -> /motivation reason.missing
      {'kind':'InternalInquiry','needed':false,'reason':'x'}
      {'kind':'InternalInquiry','needed':false} -> /reason reason.missing
      {'kind':'InternalInquiry','needed':true,'startedOn':'2026-02-02','findings':'x'}
      {'kind':'InternalInquiry','needed':true} -> /startedOn answer.missing, /findings answer.missing
      {'kind':'HelpArrangement','owner':'@anja','startOn':'2026-02-02','reviewOn':'2026-02-02','acceptance':[{'guardian':'@mother','accepted':'YES'}]}
      {'kind':'HelpArrangement','owner':'@stranger','startOn':'2026-02-02','reviewOn':'2026-02-01'} -> /owner staff.unknown, /reviewOn date.beforeStart
      {'kind':'HelpArrangement','owner':'@anja','startOn':'2026-02-02'}
      {'kind':'HelpArrangement','owner':'@anja','reviewOn':'2026-02-02'}
      {'kind':'HelpArrangement','owner':'@anja','acceptance':[{'guardian':'@stranger','accepted':'NO'}]} -> /acceptance/0/guardian guardian.unknown
      {'kind':'HelpOffer','answers':[{'guardian':'@mother','accepted':'YES'},{'guardian':'@stranger','accepted':'NO'}]} -> /answers/1/guardian guardian.unknown
      {'kind':'FlagAssessment','assessors':['@anja']}
      {'kind':'FlagAssessment','assessors':['@anja','@anja']} -> /assessors assessors.same
      {'kind':'FlagAssessment','assessors':['@anja','@stranger']} -> /assessors/1 staff.unknown
      {'kind':'Decision','deciders':['@anja'],'choice':'REPORT','override':'ACUTE','overrideReason':'x'}
      {'kind':'Decision','deciders':['@anja','@stranger'],'choice':'REPORT','override':'ACUTE'} -> /overrideReason reason.missing, /deciders/1 staff.unknown
      {'kind':'HelpEvaluation','arrangement':'@help','improved':'YES'}
      {'kind':'HelpEvaluation','arrangement':'@talk','improved':'PARTLY'} -> /arrangement arrangement.unknown, /nextReviewOn answer.missing
      {'kind':'HelpEvaluation','arrangement':'@help','improved':'PARTLY','nextReviewOn':'2026-05-02'}
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'GEZIEN','method':'ON_SCREEN'}
      {'kind':'Acknowledgement','report':'@talk','guardian':'@stranger','status':'GEZIEN','method':'PAPER'} -> /report report.unknown, /guardian guardian.unknown
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'ONDERTEKEND','method':'ON_SCREEN'} -> /signedName name.missing
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'ONDERTEKEND','method':'PAPER'}
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'ONDERTEKEND','method':'PAPER','sheet':{'file':'@talk','sha256':'0000000000000000000000000000000000000000000000000000000000000000'}}
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'GEZIEN','method':'ON_SCREEN','sheet':{'file':'@talk','sha256':'0000000000000000000000000000000000000000000000000000000000000000'}} -> /sheet sheet.notPaper
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'ONDERTEKEND','method':'NONE'} -> /method method.mismatch
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'GEWEIGERD','method':'NONE'} -> /note note.missing
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'GEWEIGERD','method':'PAPER','note':'x'} -> /method method.mismatch
      {'kind':'Acknowledgement','report':'@report','guardian':'@mother','status':'NIET_BEREIKT','method':'NONE','note':'x'} -> /attempts attempts.missing
      {'kind':'BalanceAnalysis'} -> /protective/child answer.missing
      {'kind':'BalanceAnalysis','protective':{'child':' '},'risk':{'family':' '}} -> /protective/child answer.missing
      {'kind':'BalanceAnalysis','protective':{'surroundings':'x'}}
      {'kind':'BalanceAnalysis','risk':{'family':'x'}}
      {'kind':'Signal','source':'SELF','facts':'x','evidence':[{'id':'@talk','sort':'ABSENCE','on':'2026-02-02','title':'Te laat'}]}
      {'kind':'Signal','source':'SELF','facts':'x','evidence':[{'id':'@talk','sort':'ABSENCE','on':'2026-02-02','title':'Te laat'},{'id':'@talk','sort':'NOTE','on':'2026-02-02','title':'Verzonnen'}]} -> /evidence/1 observation.unknown
      {'kind':'CoachNamed','coach':'@anja'}
      {'kind':'CoachNamed','coach':'@stranger'} -> /coach staff.unknown
      {'kind':'VeiligThuisFeedback','report':'@told','expectations':[{'what':'x','owner':'@anja'}]}
      {'kind':'VeiligThuisFeedback','report':'@help','expectations':[{'what':'x','owner':'@stranger'}]} -> /report veiligThuisReport.unknown, /expectations/0/owner staff.unknown
      {'kind':'PupilInformed','informedOn':'2026-02-02'}
      {'kind':'PupilInformed','reason':'x'}
      {'kind':'PupilInformed'} -> /informedOn informed.orExempt
      {'kind':'PupilInformed','informedOn':'2026-02-02','reason':'x'} -> /informedOn informed.orExempt
      {'kind':'InformationForInvolved','given':false}
      {'kind':'InformationForInvolved','given':true} -> /audience answer.missing, /what answer.missing
      {'kind':'TaskDone','source':'@report','number':1}
      {'kind':'TaskDone','source':'@report','number':2} -> /source task.unknown
      {'kind':'TaskDone','source':'@talk','number':1} -> /source task.unknown
      {'kind':'ChildConversation','staff':['@anja','@stranger']} -> /staff/1 staff.unknown
      {'kind':'ChildCheck','parentSignals':'YES','otherChildren':'YES','otherChildrenNote':'x'} -> /parentSignalsNote answer.missing
      {'kind':'ChildCheck','parentSignals':'NO','otherChildren':'YES'} -> /otherChildrenNote answer.missing
      {'kind':'EmergencyAction','by':'@stranger'} -> /by staff.unknown
      {'kind':'EmergencyAction','by':'@anja'}
      {'kind':'EmergencyAction'}
      {'kind':'ExternalConsultation','organisation':'OTHER'} -> /organisationName name.missing
      {'kind':'ExternalConsultation','organisation':'OTHER','organisationName':'x'}
      {'kind':'ExternalConsultation','organisation':'GGD','topics':[{'topic':'HOW_TO_ACT','done':true}]} -> /topics veiligThuis.only
      {'kind':'ExternalConsultation','organisation':'VEILIG_THUIS','adviceToReport':true} -> /reportReasons reason.missing
      {'kind':'ExternalConsultation','organisation':'VEILIG_THUIS','topics':[{'topic':'HOW_TO_ACT','done':false}]} -> /topics/0/note reason.missing
      {'kind':'SignalOverview','others':'NO','development':'x'}
      {'kind':'SignalOverview','others':'NO','developmentUnknown':true}
      {'kind':'SignalOverview','others':'NO'} -> /development answer.missing
      {'kind':'SignalOverview','others':'YES','development':'x'} -> /otherPupils otherPupils.missing
      {'kind':'SignalOverview','others':'YES','development':'x','othersNote':'twee'}
      {'kind':'SignalOverview','others':'YES','development':'x','otherPupils':['@finn']}
      {'kind':'SignalOverview','others':'YES','development':'x','otherPupils':['@finn','@stranger']} -> /otherPupils/1 pupil.unknown
      {'kind':'Signal','source':'SELF','otherPupils':['@finn']}
      {'kind':'Signal','source':'COLLEAGUE'} -> /observer observer.missing
      {'kind':'Signal','source':'OTHER','observer':'buurvrouw','otherPupils':['@stranger']} -> /otherPupils/0 pupil.unknown
      {'kind':'Consultation','level':'PEER','participants':[{'staff':'@anja'},{'name':'x'}]}
      {'kind':'Consultation','level':'PEER','participants':[{'staff':'@stranger'},{'organisation':'GGD'}]} -> /participants/0/staff staff.unknown, /participants/1/name name.missing
      {'kind':'Consultation','level':'PEER','conference':{'analysis':'x'}} -> /conference conference.only
      {'kind':'Consultation','level':'CASE_CONFERENCE','conference':{'analysis':'x'}}
      {'kind':'Weighing','individual':[{'criterion':'G1','answer':'YES'}],'group':[{'criterion':'I1','answer':'YES'}]} -> /individual/0 criterion.misplaced, /group/0 criterion.misplaced
      {'kind':'Weighing','group':[{'criterion':'G1','pupil':'@stranger','answer':'YES'}]} -> /group/0/pupil pupil.unknown
      {'kind':'Weighing','individual':[{'criterion':'I1','answer':'YES'}],'group':[{'criterion':'G1','answer':'YES'}]}
      {'kind':'Weighing','incident':'@yard','individual':[{'criterion':'I1','answer':'YES'}],'group':[{'criterion':'G1','answer':'YES'},{'criterion':'G2','answer':'YES'}]} -> /individual/0 answer.missing, /group/0 answer.missing
      {'kind':'GuardianConfirmed','guardian':'@mother'}
      {'kind':'HandoverAccepted'}
      """;

  static List<String> cases() {
    return CASES.lines().toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachFaultIsNamedAtItsPlace(String line) {
    String[] parts = line.split(" -> ", -1);

    String faults =
        entry(parts[0]).faults(new Dossiers()).stream()
            .map(one -> one.pointer() + " " + one.code())
            .collect(Collectors.joining(", "));

    assertThat(faults).isEqualTo(parts.length == 1 ? "" : parts[1]);
  }

  private static Entry entry(String body) {
    String json =
        NAME.matcher(body.replace('\'', '"'))
            .replaceAll(is -> '"' + id(is.group(1)).toString() + '"');
    return Objects.requireNonNull(JSON.read(json.getBytes(StandardCharsets.UTF_8)).entry(), json);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Dossiers implements References {
    @Override
    public PupilId pupil() {
      return new PupilId(id("lotte"));
    }

    @Override
    public boolean isGuardian(PersonId person) {
      return person.equals(new PersonId(id("mother")));
    }

    @Override
    public boolean isStaff(StaffId staff) {
      return staff.equals(new StaffId(id("anja")));
    }

    @Override
    public boolean isPupil(PupilId pupil) {
      return pupil.equals(pupil()) || pupil.equals(new PupilId(id("finn")));
    }

    @Override
    public boolean isObservation(Observation observation) {
      return observation.title().equals("Te laat");
    }

    @Override
    public boolean stands(String words) {
      return words.equals("Finn");
    }

    @Override
    public List<PupilId> involvedIn(UUID incident) {
      return incident.equals(id("yard")) ? List.of(pupil(), new PupilId(id("finn"))) : List.of();
    }

    @Override
    public <T extends Entry> Optional<T> entry(EntryId id, Class<T> kind) {
      return ENTRIES.entrySet().stream()
          .filter(one -> id(one.getKey()).equals(id.value()))
          .map(one -> EntryFaultsTest.entry(one.getValue()))
          .filter(kind::isInstance)
          .map(kind::cast)
          .findFirst();
    }
  }
}
