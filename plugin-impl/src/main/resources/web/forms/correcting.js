// A mistake put right: the form of the kind, filled with what stands there now, and why it changes.
import { bodyOf, pathsOf, read, write } from './model.js';
import { KINDS } from './kinds.js';
import { Recording, shownAs } from './recording.js';

const byName = (name) => (rows) => Object.fromEntries(rows.map(({ [name]: key, ...rest }) => [key, rest]));

/** How the value of a field in the body goes back into its form, for the types that are laid out by name. */
const MODEL = {
  points: (rows, field) => byName(field.name === 'topics' ? 'topic' : 'point')(rows),
  topics: byName('topic'),
  criteria: byName('criterion'),
  guardianAnswers: byName('guardian'),
};

/** Switches that only the screen has, by what was answered. */
const SWITCHES = {
  _told: (content) => (content.informedOn ? 'INFORMED' : 'EXEMPT'),
  _group: (content) => content.verdicts.some((row) => row.criterion.startsWith('G')),
};

/** What stood in the form when this was recorded; what was left open stays open. */
function modelOf(kind, content) {
  const model = {};
  for (const field of kind.fields) {
    if (field.name in SWITCHES) {
      model[field.name] = SWITCHES[field.name](content);
      continue;
    }
    for (const path of pathsOf(field)) {
      const value = read(content, path) ?? undefined;
      write(model, path, value === undefined || !MODEL[field.type] ? structuredClone(value) : MODEL[field.type](value, field));
    }
  }
  return model;
}

const REASON = { name: '_correction', type: 'textarea', label: 'correction.reason' };

class Correcting extends Recording {
  constructor(entry) {
    const kind = KINDS[entry.kind];
    super(entry.kind, nameFor(entry), modelOf(kind, entry.content), { ...kind, judges: true, fields: [...kind.fields, REASON] });
    this.entry = entry.id;
    this.buttonKey = 'correction.button';
    this.doneKey = '';
  }

  change(path, value) {
    this.faults = this.faults.filter((fault) => fault.path !== 'corrected');
    super.change(path, value);
  }

  body() {
    const reason = this.model._correction?.trim() || undefined;
    return { kind: 'Correction', entry: this.entry, reason, corrected: bodyOf(this.kindName, this.kind, this.model) };
  }

  screenPath(path) {
    return path === 'reason' ? '_correction' : super.screenPath(path.replace(/^corrected\./, ''));
  }
}

/** The name of the form in which an entry is put right. */
export const nameFor = (entry) => `Correction.${entry.id}`;

/** That form; opened, and with its draft, when it was not yet. */
export const correcting = (entry) => shownAs(nameFor(entry), () => new Correcting(entry));
