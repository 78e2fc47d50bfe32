// The forms of what those involved may ask, and of how long the dossier is kept.
export const RIGHTS_KINDS = {
  AccessRequest: {
    action: 'RECEIVE_REQUEST', tab: 'overzicht', headline: 'wish', closed: true,
    fields: [
      { name: 'by.capacity', type: 'choice', set: 'capacity', options: ['GUARDIAN', 'PUPIL', 'OTHER'] },
      { name: 'by.guardian', type: 'guardian', when: { 'by.capacity': ['GUARDIAN'] } },
      { name: 'by.name', type: 'text', when: { 'by.capacity': ['OTHER'] } },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'wish', type: 'textarea', optional: true },
    ],
  },
  AccessDecision: {
    action: 'DECIDE_REQUEST', tab: 'overzicht', headline: 'choice', judges: true, closed: true, after: 'AccessRequest',
    fields: [
      { name: 'request', type: 'entry', kind: 'AccessRequest' },
      { name: 'choice', type: 'choice', set: 'access', list: true, options: ['GIVE', 'REFUSE'] },
      { name: 'ground', type: 'choice', set: 'ground', list: true, options: ['PROTECTION_OF_PUPIL', 'RIGHTS_OF_OTHERS', 'PROTECTION_OF_INFORMANT', 'CRIMINAL_INVESTIGATION'], when: { choice: ['REFUSE'] } },
      { name: 'withheld', type: 'withheld', optional: true, when: { choice: ['GIVE'] } },
      { name: 'blackedOut', type: 'blackedOut', optional: true, when: { choice: ['GIVE'] } },
      { name: 'staffNamed', type: 'tick', when: { choice: ['GIVE'] } },
      { name: 'motivation', type: 'textarea' },
    ],
  },
  RectificationRequest: {
    action: 'RECEIVE_REQUEST', tab: 'overzicht', headline: 'wish', closed: true,
    fields: [
      { name: 'by.capacity', type: 'choice', set: 'capacity', options: ['GUARDIAN', 'PUPIL', 'OTHER'] },
      { name: 'by.guardian', type: 'guardian', when: { 'by.capacity': ['GUARDIAN'] } },
      { name: 'by.name', type: 'text', when: { 'by.capacity': ['OTHER'] } },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'entry', type: 'anyEntry' },
      { name: 'wish', type: 'textarea' },
    ],
  },
  Rectification: {
    action: 'DECIDE_REQUEST', tab: 'overzicht', headline: 'outcome', judges: true, closed: true, after: 'RectificationRequest',
    fields: [
      { name: 'request', type: 'entry', kind: 'RectificationRequest' },
      { name: 'outcome', type: 'choice', set: 'rectification', list: true, options: ['CORRECTED', 'ANNOTATED', 'REFUSED'] },
      { name: 'annotation', type: 'textarea', when: { outcome: ['ANNOTATED'] } },
      { name: 'motivation', type: 'textarea' },
    ],
  },
  RequestAnswered: {
    action: 'RECEIVE_REQUEST', tab: 'overzicht', headline: 'how', closed: true, after: ['AccessDecision', 'Rectification'],
    fields: [
      { name: 'request', type: 'entry', kind: ['AccessRequest', 'RectificationRequest'] },
      { name: 'on', type: 'date', initial: 'today', past: true },
      { name: 'how', type: 'text' },
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
      { name: 'entries', type: 'entries', optional: true, except: ['DossierOpened', 'ReportReleased', 'Incident', 'EmergencyAction', 'VeiligThuisReport', 'Closure', 'Reopening', 'VeiligThuisConclusion', 'ProtocolMigrated', 'ConflictOfInterest', 'LinkDecision', 'LegalHold', 'DestructionRequest', 'DestructionDecision', 'ManagementResponse', 'SafetyAssessment', 'Correction'] },
    ],
  },
  DestructionDecision: {
    action: 'DECIDE_DESTRUCTION', tab: 'overzicht', headline: 'choice', judges: true, closed: true, after: 'DestructionRequest',
    fields: [
      { name: 'request', type: 'entry', kind: 'DestructionRequest' },
      { name: 'choice', type: 'choice', set: 'destruction', list: true, options: ['DESTROY', 'MINIMISE', 'REFUSE'] },
      { name: 'motivation', type: 'textarea' },
    ],
  },
};
