// The forms, as data: a further kind is one description here and its words in the texts.
// action = the right it asks; tab = where it stands; headline = the field that says most in the chronology.
// judges = it judges earlier entries, so it names the version that was read; states = only while the dossier is so; opened = only while the steps run; closed = on a closed dossier too; once = not again.
// A field: name (dots go deeper), type, options of a choice, optional, when (field: values), more (folded away), initial.
export const KINDS = {
  Signal: {
    action: 'SIGNAL', tab: 'signalen', headline: 'facts', closed: true,
    fields: [
      { name: 'observedOn', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'observedAt', type: 'time', optional: true },
      { name: 'facts', type: 'textarea' },
      { name: 'childStatement', type: 'textarea', optional: true, own: true },
      { name: 'childToldUnasked', type: 'tick', when: { childStatement: true } },
      { name: 'source', type: 'choice', set: 'source', options: ['SELF', 'COLLEAGUE', 'OTHER'], initial: 'SELF' },
      { name: 'observer', type: 'text', when: { source: ['COLLEAGUE', 'OTHER'] } },
      { name: 'interpretation', type: 'textarea', optional: true, opinion: true },
      { name: 'frequency', type: 'choice', set: 'frequency', options: ['INCIDENTAL', 'REPEATED', 'FREQUENT'], optional: true },
      { name: 'place', type: 'text', optional: true, more: true },
      { name: 'seriousness', type: 'choice', set: 'seriousness', options: ['NOT_STRIKING', 'STRIKING', 'SERIOUS', 'SERIOUS_AND_HARMFUL'], optional: true, more: true },
    ],
    notes: ['staff'],
  },
  EmergencyAction: {
    action: 'EMERGENCY', tab: 'signalen', headline: 'reason', closed: true,
    fields: [
      { name: 'called', type: 'choices', set: 'called', list: true, options: ['EMERGENCY_SERVICES', 'VEILIG_THUIS', 'CRISIS_TEAM'] },
      { name: 'on', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'at', type: 'time' },
      { name: 'by', type: 'staff', optional: true },
      { name: 'reason', type: 'textarea' },
      { name: 'outcome', type: 'textarea', optional: true },
    ],
    notes: ['staff'],
  },
  ManagementResponse: {
    action: 'ANSWER_EMERGENCY', tab: 'signalen', headline: 'response', states: ['EMERGENCY'],
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'response', type: 'textarea' },
    ],
  },
  SignalOverview: {
    action: 'OPEN', tab: 'signalen', headline: 'what', opened: true,
    fields: [
      { name: 'what', type: 'textarea' },
      { name: 'frequency', type: 'choice', set: 'frequency', options: ['INCIDENTAL', 'REPEATED', 'FREQUENT'] },
      { name: 'howOften', type: 'text', optional: true },
      { name: 'situations', type: 'textarea' },
      { name: 'others', type: 'choice', set: 'answer', options: ['YES', 'NO', 'UNKNOWN'] },
      { name: 'othersNote', type: 'textarea', when: { others: ['YES'] }, stands: 'otherPupils' },
      { name: 'development', type: 'textarea', unless: 'developmentUnknown' },
      { name: 'developmentUnknown', type: 'tick' },
      { name: 'seriousness', type: 'choice', set: 'seriousness', options: ['NOT_STRIKING', 'STRIKING', 'SERIOUS', 'SERIOUS_AND_HARMFUL'] },
    ],
  },
  DossierOpened: {
    action: 'OPEN', tab: 'signalen', headline: 'reason', states: ['SIGNALS', 'EMERGENCY', 'OPEN', 'DECIDED', 'MONITORING', 'REPORTED'], once: true,
    fields: [
      { name: 'concerns', type: 'choices', set: 'concern', list: true, options: ['CHILD_ABUSE', 'DOMESTIC_VIOLENCE', 'SEXUAL_BOUNDARY_CROSSING', 'AGGRESSION', 'SOCIAL_EXCLUSION'] },
      { name: 'route', type: 'choice', set: 'route', list: true, options: ['HOME', 'PEERS'] },
      { name: 'reason', type: 'textarea', optional: true },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
    notes: ['staff'],
  },
  HandoverAccepted: {
    action: 'ACCEPT_HANDOVER', tab: 'signalen', headline: 'note', opened: true, once: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'note', type: 'textarea', optional: true },
    ],
  },
  Consultation: {
    action: 'CONSULT', tab: 'overleg', headline: 'outcome',
    fields: [
      { name: 'level', type: 'choice', set: 'level', list: true, options: ['PEER', 'EXPERT_ADVICE', 'CASE_CONFERENCE'], asks: { CASE_CONFERENCE: 'CONVENE_CONFERENCE' }, initial: 'required' },
      { name: 'on', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'participants', type: 'participants', initial: 'meAsParticipant' },
      { name: 'question', type: 'textarea' },
      { name: 'outcome', type: 'textarea' },
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
  CoachNamed: {
    action: 'NAME_COACH', tab: 'overleg', headline: 'coach', opened: true,
    fields: [
      { name: 'coach', type: 'staff', roles: ['IB', 'AF'] },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  ConferenceNotNeeded: { action: 'NAME_COACH', tab: 'overleg', headline: 'reason', opened: true, level: 'CASE_CONFERENCE', fields: [{ name: 'reason', type: 'textarea' }] },
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
      { name: 'guardianView', type: 'textarea', optional: true, own: true, when: { method: ['ON_SCREEN', 'PAPER'] } },
      { name: 'signedName', type: 'text', when: { method: ['ON_SCREEN'], status: ['ONDERTEKEND'] } },
      { name: 'note', type: 'textarea', when: { method: ['NONE'] } },
      { name: 'attempts', type: 'dates', when: { status: ['NIET_BEREIKT'] } },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'at', type: 'hidden', when: { method: ['ON_SCREEN'] } },
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
  DossierReview: {
    action: 'WEIGH', tab: 'wegen', headline: 'summary', opened: true,
    fields: [
      { name: 'summary', type: 'textarea' },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  InternalInquiry: {
    action: 'WEIGH', tab: 'wegen', headline: 'findings', opened: true,
    fields: [
      { name: 'needed', type: 'yesno' },
      { name: 'startedOn', type: 'date', when: { needed: [true] }, past: true },
      { name: 'findings', type: 'textarea', when: { needed: [true] } },
      { name: 'reason', type: 'textarea', when: { needed: [false] } },
    ],
  },
  Weighing: {
    action: 'WEIGH', tab: 'wegen', headline: 'conclusion', judges: true, opened: true,
    fields: [
      { name: 'scope', type: 'choice', set: 'scope', options: ['INDIVIDUAL', 'GROUP', 'BOTH'], initial: 'individual' },
      { name: 'individual', type: 'criteria', criteria: ['I1', 'I2', 'I3', 'I4', 'I5'], when: { scope: ['INDIVIDUAL', 'BOTH'] } },
      { name: 'group', type: 'criteria', criteria: ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'], when: { scope: ['GROUP', 'BOTH'] } },
      { name: 'bystanders', type: 'textarea', when: { scope: ['GROUP', 'BOTH'] } },
      { name: '_questions', type: 'questions', rows: [
        { id: 'W1', derived: true },
        { id: 'W2', answers: ['safetyRisk.physical', 'safetyRisk.social'], text: 'safetyRisk.note' },
        { id: 'W3', answers: ['unrest.inClass', 'unrest.inSchool', 'unrest.inCommunity'], text: 'unrest.note' },
        { id: 'W4', text: 'developmentPoints' },
      ] },
      { name: 'externalAdviceAsked', type: 'yesno' },
      { name: 'externalAdviceReason', type: 'textarea', when: { externalAdviceAsked: [false] } },
      { name: 'conclusion', type: 'choice', set: 'conclusion', list: true, options: ['NO_CONCERN', 'CONCERN_HELP', 'CONCERN_REPORT'] },
      { name: 'motivation', type: 'textarea' },
    ],
  },
  Decision: {
    action: 'DECIDE', tab: 'beslissen', headline: 'choice', judges: true, opened: true,
    fields: [
      { name: 'choice', type: 'choice', set: 'decision', list: true, options: ['ORGANISE_HELP', 'REPORT', 'NO_FURTHER_ACTION'] },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'deciders', type: 'staffs', initial: 'me', roles: ['IB', 'DIR'] },
      { name: 'motivation', type: 'textarea' },
      { name: 'override', type: 'choice', set: 'override', options: ['ACUTE', 'SAFETY'], optional: true, when: { choice: ['REPORT'] } },
      { name: 'overrideReason', type: 'textarea', when: { override: ['ACUTE', 'SAFETY'] } },
    ],
  },
  HelpArrangement: {
    action: 'DECIDE', tab: 'beslissen', headline: 'what', opened: true,
    fields: [
      { name: 'what', type: 'textarea' },
      { name: 'provider', type: 'text' },
      { name: 'owner', type: 'staff' },
      { name: 'startOn', type: 'date' },
      { name: 'reviewOn', type: 'date' },
      { name: 'goal', type: 'textarea', optional: true },
      { name: 'acceptance', type: 'guardianAnswers' },
    ],
  },
  HelpEvaluation: {
    action: 'DECIDE', tab: 'beslissen', headline: 'effectChild', opened: true, after: 'HelpArrangement',
    fields: [
      { name: 'arrangement', type: 'entry', kind: 'HelpArrangement' },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'effectChild', type: 'textarea' },
      { name: 'effectFamily', type: 'textarea', optional: true },
      { name: 'improved', type: 'choice', set: 'extent', options: ['YES', 'PARTLY', 'NO'] },
      { name: 'nextReviewOn', type: 'date', when: { improved: ['PARTLY'] } },
    ],
  },
  InvolvedInformed: {
    action: 'DECIDE', tab: 'beslissen', headline: 'how', opened: true,
    fields: [
      { name: 'guardian', type: 'guardian' },
      { name: '_told', type: 'choice', set: 'told', options: ['INFORMED', 'EXEMPT'], initial: 'informed' },
      { name: 'informedOn', type: 'date', when: { _told: ['INFORMED'] }, past: true },
      { name: 'how', type: 'text', optional: true, when: { _told: ['INFORMED'] } },
      { name: 'exemption', type: 'choice', set: 'exemption', list: true, options: ['SAFETY_CHILD', 'SAFETY_FAMILY', 'SAFETY_REPORTER', 'TRUST_RELATION'], when: { _told: ['EXEMPT'] } },
      { name: 'motivation', type: 'textarea', when: { _told: ['EXEMPT'] } },
    ],
  },
  VeiligThuisReport: {
    action: 'DECIDE', tab: 'beslissen', headline: 'contact', closed: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'contact', type: 'text' },
      { name: 'topics', type: 'topics', options: ['REPORTER_RELATION', 'IMMEDIATE_CAUSE', 'ABUSE', 'RISK_FACTORS', 'PROTECTIVE_FACTORS', 'HOUSEHOLD_COMPOSITION', 'HOUSEHOLD_ADDRESS', 'CHILDREN_AGES', 'CARE_CONTACTS', 'POLICE_CONTACTS', 'INTERVENTION_RISKS'] },
      { name: 'legalDiscussed', type: 'tick' },
      { name: 'agreedFeedbackOn', type: 'date', optional: true },
    ],
  },
  Reopening: {
    action: 'CLOSE', tab: 'beslissen', headline: 'reason', states: ['CLOSED'], closed: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'reason', type: 'textarea' },
    ],
  },
  Closure: {
    action: 'CLOSE', tab: 'beslissen', headline: 'reason', judges: true, opened: true,
    fields: [
      { name: 'reason', type: 'choice', set: 'closeReason', list: true, options: ['NO_CONCERN', 'HELP_EFFECTIVE', 'REFUTED', 'NOT_CONFIRMED', 'MONITORING_ENDED', 'HANDED_OVER', 'PUPIL_LEFT', 'DUPLICATE'] },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'note', type: 'textarea', optional: true },
      { name: 'acceptedGaps', type: 'gaps' },
    ],
  },
};
