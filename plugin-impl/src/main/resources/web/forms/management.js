// The forms of weighing, deciding, and what follows a report. What the words mean, stands in kinds.js.
export const MANAGEMENT_KINDS = {
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
      { name: 'incident', type: 'incident' },
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
      { name: 'suspicion', type: 'yesno', ifAsked: 'Weighing.suspicion' },
      { name: 'externalAdviceAsked', type: 'yesno' },
      { name: 'externalAdviceReason', type: 'textarea', when: { externalAdviceAsked: [false] } },
      { name: 'conclusion', type: 'choice', set: 'conclusion', list: true, options: ['NO_CONCERN', 'CONCERN_HELP', 'CONCERN_REPORT'] },
      { name: 'motivation', type: 'textarea' },
      { name: 'parts', type: 'parts', optional: true, when: { incident: true } },
    ],
  },
  Decision: {
    action: 'DECIDE', tab: 'beslissen', headline: 'choice', judges: true, opened: true,
    fields: [
      { name: 'afweging.unsafe', type: 'choice', set: 'unsafe', list: true, options: ['ACUTE', 'STRUCTURAL', 'IN_DOUBT', 'NO'], ifAsked: 'Decision.afweging.unsafe' },
      { name: 'afweging.unsafeGround', type: 'textarea', ifAsked: 'Decision.afweging.unsafe', when: { 'afweging.unsafe': ['ACUTE', 'STRUCTURAL', 'IN_DOUBT'] } },
      { name: 'afweging.effectiveHelp', type: 'yesno', ifAsked: 'Decision.afweging.effectiveHelp' },
      { name: 'afweging.helpAccepted', type: 'yesno', ifAsked: 'Decision.afweging.helpAccepted', when: { 'afweging.effectiveHelp': [true] } },
      { name: 'afweging.reportNecessary', type: 'yesno', ifAsked: 'Decision.afweging.reportNecessary' },
      { name: 'afweging.helpPossible', type: 'yesno', ifAsked: 'Decision.afweging.helpPossible' },
      { name: 'afweging.deviation', type: 'textarea', optional: true, ifAsked: 'Decision.afweging.deviation' },
      { name: 'choice', type: 'choice', set: 'decision', list: true, options: ['ORGANISE_HELP', 'REPORT', 'NO_FURTHER_ACTION'], unlessAsked: 'Decision.afweging.reportNecessary' },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'deciders', type: 'staffs', initial: 'me', roles: ['IB', 'DIR'] },
      { name: 'motivation', type: 'textarea' },
      { name: 'override', type: 'choice', set: 'override', options: ['ACUTE', 'SAFETY'], optional: true, unlessAsked: 'Decision.afweging.reportNecessary', when: { choice: ['REPORT'] } },
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
      { name: 'resultInTime', type: 'yesno', ifAsked: 'HelpEvaluation.resultInTime' },
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
  PupilInformed: {
    action: 'DECIDE', tab: 'beslissen', headline: 'how', opened: true, ifAsked: true,
    fields: [
      { name: '_told', type: 'choice', set: 'told', options: ['INFORMED', 'EXEMPT'], initial: 'informed' },
      { name: 'informedOn', type: 'date', when: { _told: ['INFORMED'] }, past: true },
      { name: 'how', type: 'text', optional: true, when: { _told: ['INFORMED'] } },
      { name: 'reason', type: 'textarea', when: { _told: ['EXEMPT'] } },
    ],
  },
  SafetyPlan: {
    action: 'DECIDE', tab: 'beslissen', headline: 'danger', opened: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'danger', type: 'textarea' },
      { name: 'madeWith', type: 'textarea' },
      { name: 'agreements', type: 'agreements' },
      { name: 'ifItGoesWrong', type: 'textarea', optional: true },
      { name: 'reviewOn', type: 'date' },
    ],
  },
  InformationForInvolved: {
    action: 'DECIDE', tab: 'beslissen', headline: 'what', opened: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'given', type: 'yesno' },
      { name: 'audience', type: 'text', when: { given: [true] } },
      { name: 'organisations', type: 'text', optional: true, when: { given: [true] } },
      { name: 'what', type: 'textarea', when: { given: [true] } },
    ],
  },
  VeiligThuisReport: {
    action: 'DECIDE', tab: 'beslissen', headline: 'contact', closed: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'contact', type: 'text' },
      { name: 'topics', type: 'topics', initial: 'reportTopics', options: ['REPORTER_RELATION', 'IMMEDIATE_CAUSE', 'ABUSE', 'RISK_FACTORS', 'PROTECTIVE_FACTORS', 'HOUSEHOLD_COMPOSITION', 'HOUSEHOLD_ADDRESS', 'CHILDREN_AGES', 'CARE_CONTACTS', 'POLICE_CONTACTS', 'INTERVENTION_RISKS'] },
      { name: 'legalDiscussed', type: 'tick' },
      { name: 'agreedFeedbackOn', type: 'date', optional: true },
    ],
  },
  SafetyAssessment: {
    action: 'FOLLOW_UP', tab: 'na-melding', headline: 'outcome', after: 'VeiligThuisReport', closed: true,
    fields: [
      { name: 'report', type: 'entry', kind: 'VeiligThuisReport' },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'outcome', type: 'choice', set: 'safetyOutcome', list: true, options: ['INVESTIGATION', 'CHILD_PROTECTION_BOARD', 'CONDITIONS_AND_FOLLOW_UP', 'HANDOVER', 'END_OF_INVOLVEMENT'] },
      { name: 'note', type: 'textarea', optional: true },
    ],
  },
  VeiligThuisInformationRequest: {
    action: 'FOLLOW_UP', tab: 'na-melding', headline: 'question', opened: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'contact', type: 'text' },
      { name: 'question', type: 'textarea' },
      { name: 'answer', type: 'choice', set: 'informationAnswer', list: true, options: ['GIVEN', 'GIVEN_IN_PART', 'NOT_GIVEN'] },
      { name: 'answeredOn', type: 'date', past: true, when: { answer: ['GIVEN', 'GIVEN_IN_PART'] } },
      { name: 'given', type: 'textarea', when: { answer: ['GIVEN', 'GIVEN_IN_PART'] } },
      { name: 'reason', type: 'textarea', when: { answer: ['GIVEN_IN_PART', 'NOT_GIVEN'] } },
      { name: 'guardiansTold', type: 'yesno', optional: true },
    ],
  },
  InvestigationStarted: {
    action: 'FOLLOW_UP', tab: 'na-melding', headline: 'on', after: 'VeiligThuisReport', opened: true,
    fields: [
      { name: 'report', type: 'entry', kind: 'VeiligThuisReport' },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  VeiligThuisConclusion: {
    action: 'FOLLOW_UP', tab: 'na-melding', headline: 'conclusion', after: 'VeiligThuisReport', closed: true,
    fields: [
      { name: 'report', type: 'entry', kind: 'VeiligThuisReport' },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'conclusion', type: 'choice', set: 'vtConclusion', list: true, options: ['REFUTED', 'NOT_CONFIRMED', 'CONFIRMED', 'NO_INVESTIGATION'] },
      { name: 'helpReferredTo', type: 'textarea', optional: true, when: { conclusion: ['NOT_CONFIRMED'] } },
      { name: 'recall.planned', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], when: { conclusion: ['NOT_CONFIRMED'] } },
      { name: 'recall.dueOn', type: 'date', when: { conclusion: ['NOT_CONFIRMED'], 'recall.planned': ['YES'] } },
      { name: 'recall.with', type: 'text', when: { conclusion: ['NOT_CONFIRMED'], 'recall.planned': ['YES'] } },
      { name: 'recall.method', type: 'text', when: { conclusion: ['NOT_CONFIRMED'], 'recall.planned': ['YES'] } },
      { name: 'recall.detailsNotTold', type: 'tick', when: { conclusion: ['NOT_CONFIRMED'], 'recall.planned': ['YES'] } },
      { name: 'measures', type: 'textarea', when: { conclusion: ['CONFIRMED'] }, unless: 'measuresNotTold' },
      { name: 'measuresNotTold', type: 'tick', when: { conclusion: ['CONFIRMED'] } },
      { name: 'responsible', type: 'choices', set: 'responsible', list: true, options: ['LOCAL_FIELD', 'MULTIDISCIPLINARY_CENTRE', 'CARE_PROVIDERS_INVOLVED', 'VEILIG_THUIS_WITH_CHILD_PROTECTION_BOARD'], when: { conclusion: ['CONFIRMED'] } },
      { name: 'responsibleContact', type: 'text', optional: true, when: { conclusion: ['CONFIRMED'] } },
      { name: 'fileClosed', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], when: { conclusion: ['REFUTED', 'NOT_CONFIRMED'] } },
      { name: 'destructionRight', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], when: { conclusion: ['REFUTED'] } },
      { name: 'reporterInformed', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], when: { conclusion: ['REFUTED', 'NOT_CONFIRMED'] } },
      { name: 'professionalsInformed', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], when: { conclusion: ['REFUTED', 'NOT_CONFIRMED'] } },
    ],
  },
  VeiligThuisFeedback: {
    action: 'FOLLOW_UP', tab: 'na-melding', headline: 'useOfInformation', after: 'VeiligThuisReport', closed: true,
    fields: [
      { name: 'report', type: 'entry', kind: 'VeiligThuisReport' },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'confirmed', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], optional: true },
      { name: 'followUpStarted', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], optional: true, when: { confirmed: ['YES'] } },
      { name: 'expectations', type: 'expectations', optional: true, unless: 'expectationsNotTold' },
      { name: 'expectationsNotTold', type: 'tick' },
      { name: 'handedOver', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], optional: true },
      { name: 'handoverContacts', type: 'contacts', when: { handedOver: ['YES'] } },
      { name: 'problemAndAgreements', type: 'textarea', optional: true },
      { name: 'actionTaken', type: 'choice', set: 'toldAnswer', options: ['YES', 'NO', 'NOT_TOLD'], optional: true },
      { name: 'noActionReason', type: 'textarea', when: { actionTaken: ['NO'] } },
      { name: 'useOfInformation', type: 'textarea', optional: true },
    ],
  },
  FamilyInformation: {
    action: 'FOLLOW_UP', tab: 'na-melding', headline: 'on', after: 'VeiligThuisReport', closed: true,
    fields: [
      { name: 'report', type: 'entry', kind: 'VeiligThuisReport' },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'information', type: 'textarea' },
    ],
  },
  RecallCheck: {
    action: 'FOLLOW_UP', tab: 'na-melding', headline: 'observations', after: 'VeiligThuisConclusion', closed: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'observations', type: 'textarea' },
    ],
  },
  ProtocolMigrated: {
    action: 'DECIDE', tab: 'overzicht', headline: 'reason', judges: true, inPlace: true,
    fields: [
      { name: 'to', type: 'hidden' },
      { name: 'reason', type: 'textarea' },
    ],
  },
  LegalHold: {
    action: 'HOLD', tab: 'overzicht', headline: 'reason', closed: true,
    fields: [
      { name: 'holds', type: 'yesno' },
      { name: 'reason', type: 'textarea' },
      { name: 'on', type: 'date', initial: 'today', past: true },
    ],
  },
  DestructionRequest: {
    action: 'ASK_DESTRUCTION', tab: 'overzicht', headline: 'reason', closed: true,
    fields: [
      { name: 'requester', type: 'choice', set: 'requester', list: true, options: ['GUARDIAN', 'PUPIL', 'SCHOOL'] },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'reason', type: 'textarea' },
    ],
  },
  DestructionDecision: {
    action: 'DECIDE_DESTRUCTION', tab: 'overzicht', headline: 'choice', judges: true, closed: true, after: 'DestructionRequest',
    fields: [
      { name: 'request', type: 'entry', kind: 'DestructionRequest' },
      { name: 'choice', type: 'choice', set: 'destruction', list: true, options: ['DESTROY', 'REFUSE'] },
      { name: 'motivation', type: 'textarea' },
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
