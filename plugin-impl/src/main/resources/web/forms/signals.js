// The forms of signals and of the dossier as a whole. What the words mean, stands in kinds.js.
export const SIGNAL_KINDS = {
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
      { name: 'evidence', type: 'observations', optional: true, more: true },
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
    action: 'OPEN', tab: 'signalen', headline: 'reason', states: ['SIGNALS', 'EMERGENCY', 'OPEN', 'DECIDED', 'MONITORING', 'REPORTED'], once: 'route',
    fields: [
      { name: 'concerns', type: 'choices', set: 'concern', list: true, options: ['CHILD_ABUSE', 'DOMESTIC_VIOLENCE', 'SEXUAL_BOUNDARY_CROSSING', 'AGGRESSION', 'SOCIAL_EXCLUSION'] },
      { name: 'route', type: 'choice', set: 'route', list: true, options: ['HOME', 'PEERS'] },
      { name: 'reason', type: 'textarea', optional: true },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'specialForm', type: 'choice', set: 'specialForm', list: true, options: ['HONOUR', 'FORCED_MARRIAGE', 'GENITAL_MUTILATION'], optional: true, more: true },
    ],
    notes: ['staff'],
  },
  Incident: {
    action: 'RECORD_INCIDENT', tab: 'signalen', headline: 'facts', closed: true,
    fields: [
      { name: 'incident', type: 'hidden', initial: 'uuid' },
      { name: 'on', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'at', type: 'time', optional: true },
      { name: 'place', type: 'text', optional: true },
      { name: 'pupils', type: 'pupils', initial: 'ownPupil' },
      { name: 'facts', type: 'textarea' },
      { name: 'parts', type: 'parts', optional: true },
      { name: 'concerns', type: 'choices', set: 'concern', list: true, options: ['SEXUAL_BOUNDARY_CROSSING', 'AGGRESSION', 'SOCIAL_EXCLUSION'] },
      { name: 'frequency', type: 'choice', set: 'frequency', options: ['INCIDENTAL', 'REPEATED', 'FREQUENT'] },
      { name: 'seriousness', type: 'choice', set: 'seriousness', options: ['NOT_STRIKING', 'STRIKING', 'SERIOUS', 'SERIOUS_AND_HARMFUL'] },
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
  ClassroomAction: {
    action: 'OPEN', tab: 'signalen', headline: 'what',
    fields: [
      { name: 'on', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'aims', type: 'choices', set: 'aim', options: ['GUIDE', 'LIMIT', 'TEACH_DESIRED'] },
      { name: 'what', type: 'textarea' },
      { name: 'effect', type: 'textarea', optional: true },
    ],
  },
  ChildConversation: {
    action: 'OPEN', tab: 'signalen', headline: 'childStatement',
    fields: [
      { name: 'on', type: 'date', initial: 'today', quick: true, past: true },
      { name: 'place', type: 'text' },
      { name: 'staff', type: 'staffs', initial: 'me' },
      { name: 'childStatement', type: 'textarea', own: true },
      { name: 'toldToChild', type: 'textarea', optional: true },
      { name: 'interpretation', type: 'textarea', optional: true, opinion: true },
    ],
  },
  InstrumentResult: {
    action: 'OPEN', tab: 'signalen', headline: 'outcome',
    fields: [
      { name: 'instrument', type: 'text' },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'outcome', type: 'textarea' },
      { name: 'reference', type: 'text', optional: true },
    ],
  },
  SignalChecklist: {
    action: 'OPEN', tab: 'signalen', headline: 'note', opened: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'list', type: 'text', initial: 'schoolList' },
      { name: 'items', type: 'signals', optional: true },
      { name: 'note', type: 'textarea', optional: true },
    ],
  },
  ChildCheck: {
    action: 'OPEN', tab: 'signalen', headline: 'parentSignalsNote', opened: true, ifAsked: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'parentSignals', type: 'choice', set: 'answer', options: ['YES', 'NO', 'UNKNOWN'] },
      { name: 'parentSignalsNote', type: 'textarea', when: { parentSignals: ['YES'] } },
      { name: 'otherChildren', type: 'choice', set: 'answer', options: ['YES', 'NO', 'UNKNOWN'] },
      { name: 'otherChildrenNote', type: 'textarea', when: { otherChildren: ['YES'] } },
    ],
  },
  BalanceAnalysis: {
    action: 'OPEN', tab: 'signalen', headline: 'on', opened: true,
    fields: [
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'protective.child', type: 'textarea', optional: true },
      { name: 'protective.family', type: 'textarea', optional: true },
      { name: 'protective.surroundings', type: 'textarea', optional: true },
      { name: 'risk.child', type: 'textarea', optional: true },
      { name: 'risk.family', type: 'textarea', optional: true },
      { name: 'risk.surroundings', type: 'textarea', optional: true },
    ],
  },
  SignalLog: {
    action: 'PRINT_SIGNALS', tab: 'signalen', headline: 'purpose', after: 'Signal', closed: true,
    fields: [{ name: 'purpose', type: 'text' }],
  },
  Chronology: {
    action: 'PRINT_CHRONOLOGY', tab: 'overzicht', headline: 'purpose', closed: true,
    fields: [{ name: 'purpose', type: 'text' }],
  },
  LinkDecision: {
    action: 'DECIDE_LINKS', tab: 'koppelingen', headline: 'reason', inPlace: true, closed: true,
    fields: [
      { name: 'other', type: 'hidden' },
      { name: 'link', type: 'hidden', set: 'link' },
      { name: 'choice', type: 'hidden', set: 'linkDecision' },
      { name: 'reason', type: 'textarea' },
    ],
  },
  TaskDone: {
    action: 'OPEN', tab: 'overzicht', headline: 'note', inPlace: true,
    fields: [
      { name: 'source', type: 'hidden' },
      { name: 'number', type: 'hidden' },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'note', type: 'textarea', optional: true },
    ],
  },
};
