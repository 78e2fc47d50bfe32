// The forms of consultation and of the talk with parents. What the words mean, stands in kinds.js.
export const TALK_KINDS = {
  Consultation: {
    action: 'CONSULT', tab: 'overleg', headline: 'outcome',
    fields: [
      { name: 'level', type: 'choice', set: 'level', list: true, options: ['PEER', 'EXPERT_ADVICE', 'CASE_CONFERENCE'], asks: { CASE_CONFERENCE: 'CONVENE_CONFERENCE' }, initial: 'required' },
      { name: 'incident', type: 'incident' },
      { name: 'on', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'participants', type: 'participants', initial: 'meAsParticipant' },
      { name: 'question', type: 'textarea' },
      { name: 'outcome', type: 'textarea' },
      { name: 'parts', type: 'parts', optional: true, when: { incident: true } },
      { name: 'topics', type: 'choices', set: 'topic', options: ['HANDLING_BEHAVIOUR', 'PUPIL', 'PARENT_CONTACT'], optional: true },
      { name: 'conference.analysis', type: 'textarea', optional: true, when: { level: ['CASE_CONFERENCE'] } },
      { name: 'conference.plan', type: 'agreements', optional: true, when: { level: ['CASE_CONFERENCE'] } },
      { name: 'conference.parentsPresent', type: 'yesno', when: { level: ['CASE_CONFERENCE'] } },
      { name: 'conference.parentsReason', type: 'textarea', when: { level: ['CASE_CONFERENCE'] } },
    ],
  },
  FlagAssessment: {
    action: 'CONSULT', tab: 'overleg', headline: 'behaviour', opened: true,
    fields: [
      { name: 'behaviour', type: 'textarea' },
      { name: 'assessors', type: 'staffs', initial: 'me' },
      { name: '_group', type: 'tick' },
      { name: 'verdicts', type: 'criteria', criteria: ['I1', 'I2', 'I3', 'I4', 'I5'], andGroup: '_group' },
    ],
  },
  ExternalConsultation: {
    action: 'ASK_ADVICE', tab: 'overleg', also: 'wegen', headline: 'advice',
    fields: [
      { name: 'organisation', type: 'choice', set: 'organisation', list: true, options: ['VEILIG_THUIS', 'GGD', 'INJURY_EXPERT', 'SPECIAL_FORM_EXPERT', 'OTHER'] },
      { name: 'organisationName', type: 'text', when: { organisation: ['OTHER'] } },
      { name: 'on', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'contact', type: 'text' },
      { name: 'question', type: 'textarea' },
      { name: 'advice', type: 'textarea' },
      { name: 'topics', type: 'points', when: { organisation: ['VEILIG_THUIS'] }, options: ['EARLIER_ACTIONS', 'NATURE_AND_SEVERITY', 'ASKER_INVOLVEMENT', 'MINORS_INVOLVED', 'HOW_TO_CLARIFY', 'HOW_TO_DISCUSS', 'HOW_TO_ACT', 'SUPPORT_IN_ACTING', 'LOCAL_EXPERTS', 'SUPPORT_WITH_LOCAL_EXPERTS', 'FOLLOW_UP_TALK', 'DIVISION_OF_RESPONSIBILITIES', 'REGISTRATION'] },
      { name: 'support', type: 'choices', set: 'support', list: true, options: ['PREPARE_TALKS', 'DURING_TALKS', 'SAFETY_PLAN', 'ATTEND_LOCAL_TEAM'], optional: true, when: { organisation: ['VEILIG_THUIS'] } },
      { name: 'adviceToReport', type: 'yesno', optional: true, when: { organisation: ['VEILIG_THUIS'] } },
      { name: 'reportReasons', type: 'choices', set: 'reportReason', list: true, options: ['SEVERITY_AND_NATURE', 'ASKER_CAPACITY'], when: { adviceToReport: [true] } },
      { name: 'registered', type: 'choice', set: 'registered', options: ['ANONYMOUS', 'ASKER_NAME'], optional: true, when: { organisation: ['VEILIG_THUIS'] } },
      { name: 'followUpOn', type: 'date', optional: true },
    ],
  },
  CoachNamed: {
    action: 'NAME_COACH', tab: 'overleg', headline: 'coach', opened: true,
    fields: [
      { name: 'coach', type: 'staff', roles: ['IB', 'AF'] },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  TeamMemberAdded: {
    action: 'MANAGE_TEAM', tab: 'overzicht', headline: 'member', opened: true,
    fields: [
      { name: 'member', type: 'staff' },
      { name: 'reads', type: 'choice', set: 'teamReads', list: true, options: ['TEAM', 'FAMILY_INFORMATION'], initial: 'TEAM', asks: { FAMILY_INFORMATION: 'NAME_FOR_FAMILY_INFORMATION' } },
      { name: 'reason', type: 'textarea' },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  TeamMemberRemoved: {
    action: 'MANAGE_TEAM', tab: 'overzicht', headline: 'member', opened: true, after: 'TeamMemberAdded',
    fields: [
      { name: 'member', type: 'staff' },
      { name: 'reason', type: 'textarea' },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  ConflictOfInterest: {
    action: 'MANAGE_TEAM', tab: 'overzicht', headline: 'member', closed: true,
    fields: [
      { name: 'member', type: 'staff' },
      { name: 'conflict', type: 'yesno' },
      { name: 'reason', type: 'textarea' },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  ConferenceNotNeeded: { action: 'NAME_COACH', tab: 'overleg', headline: 'reason', opened: true, level: 'CASE_CONFERENCE', fields: [{ name: 'reason', type: 'textarea' }] },
  ValuesLowered: {
    action: 'NAME_COACH', tab: 'overleg', headline: 'reason', opened: true,
    fields: [
      { name: 'frequency', type: 'choice', set: 'frequency', options: ['INCIDENTAL', 'REPEATED', 'FREQUENT'] },
      { name: 'seriousness', type: 'choice', set: 'seriousness', options: ['NOT_STRIKING', 'STRIKING', 'SERIOUS', 'SERIOUS_AND_HARMFUL'] },
      { name: 'reason', type: 'textarea' },
    ],
  },
  GrowthDocumentDecision: {
    action: 'DECIDE_GROWTH_DOCUMENT', tab: 'overleg', headline: 'reason', opened: true,
    fields: [
      { name: 'choice', type: 'choice', set: 'growth', options: ['START', 'NOT_START'] },
      { name: 'reason', type: 'textarea' },
      { name: 'reference', type: 'text', optional: true },
    ],
  },
  ParentMeeting: {
    action: 'TALK_WITH_PARENTS', tab: 'ouders', headline: 'place', opened: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'place', type: 'text' },
      { name: 'schoolParticipants', type: 'staffs', initial: 'me' },
      { name: 'guardiansPresent', type: 'guardians', optional: true },
      { name: 'pupilPresent', type: 'tick' },
      { name: 'points', type: 'points', options: ['PURPOSE', 'FACTS', 'CRITERIA', 'RECOGNITION', 'EMOTION', 'COOPERATION', 'AGREEMENTS'] },
      { name: 'recognition', type: 'choice', set: 'extent', options: ['YES', 'PARTLY', 'NO'], when: { 'points.RECOGNITION.done': [true] } },
    ],
  },
  MeetingReport: {
    action: 'TALK_WITH_PARENTS', tab: 'ouders', headline: 'text', judges: true, inPlace: true,
    fields: [
      { name: 'meeting', type: 'hidden' },
      { name: 'text', type: 'textarea', tall: true },
      { name: 'parentsView', type: 'textarea', optional: true },
      { name: 'agreements', type: 'agreements', optional: true },
      { name: 'pupilSigns', type: 'hidden' },
    ],
  },
  Acknowledgement: {
    action: 'ACKNOWLEDGE', tab: 'ouders', headline: 'guardianView', judges: true, inPlace: true,
    fields: [
      { name: 'report', type: 'hidden' },
      { name: 'documentSha256', type: 'hidden' },
      { name: 'guardian', type: 'hidden' },
      { name: 'method', type: 'hidden' },
      { name: 'status', type: 'choice', set: 'status', options: ['GEZIEN', 'ONDERTEKEND'] },
      { name: 'code', type: 'hidden', screenOnly: true },
      { name: 'sheet', type: 'file', optional: true, when: { method: ['PAPER'] } },
      { name: 'guardianView', type: 'textarea', optional: true, own: true, when: { method: ['ON_SCREEN', 'PAPER'] } },
      { name: 'guardiansMaySee', type: 'yesno', when: { _pupil: [true], method: ['ON_SCREEN', 'PAPER'] } },
      { name: 'signedName', type: 'text', when: { method: ['ON_SCREEN'], status: ['ONDERTEKEND'] } },
      { name: 'note', type: 'textarea', when: { method: ['NONE'] } },
      { name: 'attempts', type: 'dates', when: { status: ['NIET_BEREIKT'] } },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'at', type: 'hidden', when: { method: ['ON_SCREEN'] } },
    ],
  },
  AddedByHand: {
    action: 'TALK_WITH_PARENTS', tab: 'ouders', headline: 'on', inPlace: true, closed: true,
    fields: [
      { name: 'report', type: 'hidden' },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  ReportReleased: {
    action: 'RELEASE_REPORT', tab: 'ouders', headline: 'reason', judges: true, inPlace: true, closed: true,
    fields: [
      { name: 'report', type: 'hidden' },
      { name: 'portal', type: 'hidden' },
      { name: 'readers', type: 'guardians', when: { portal: ['SHOWN'] } },
      { name: 'reason', type: 'textarea' },
    ],
  },
  HelpOffer: {
    action: 'TALK_WITH_PARENTS', tab: 'ouders', headline: 'offer', opened: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'offer', type: 'textarea' },
      { name: 'answers', type: 'guardianAnswers' },
    ],
  },
  GuardianConfirmed: {
    action: 'CONFIRM_AUTHORITY', tab: 'ouders', headline: 'name', opened: true,
    fields: [
      { name: 'guardian', type: 'guardianOrNew' },
      { name: 'name', type: 'text' },
      { name: 'relation', type: 'choice', set: 'relation', options: ['MOTHER', 'FATHER', 'GUARDIAN', 'FOSTER_PARENT', 'FAMILY_GUARDIAN', 'OTHER'] },
      { name: 'authority', type: 'choice', set: 'authority', options: ['YES', 'NO'] },
      { name: 'basis', type: 'textarea' },
    ],
  },
  StepWaiver: {
    action: 'WAIVE_STEP', tab: 'ouders', headline: 'motivation', judges: true, opened: true,
    fields: [
      { name: 'step', type: 'choice', set: 'waivedStep', options: ['CONSULTATION', 'PARENTS'], initial: 'parents' },
      { name: 'ground', type: 'choice', set: 'ground', list: true, options: ['SAFETY', 'URGENCY', 'SPECIAL_FORM'] },
      { name: 'motivation', type: 'textarea' },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
};
