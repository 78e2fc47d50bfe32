// What somebody typed, as a plain object; and how it becomes the body that is recorded.
import { context, entriesNewestFirst } from '../store.js';
import { t } from '../texts.js';
import { reportTopics } from './prefill.js';

/** Reads the value at a path with dots. */
export const read = (model, path) => path.split('.').reduce((at, part) => at?.[part], model);

/** Puts a value at a path with dots, making what is missing on the way. */
export function write(model, path, value) {
  const parts = path.split('.');
  const last = parts.pop();
  let at = model;
  for (const part of parts) {
    at[part] ??= {};
    at = at[part];
  }
  at[last] = value;
}

/** Whether the dossier's protocol ever asks for that kind, or that field of a kind. */
export const protocolAsks = (name) => context.view.dossier?.protocol.asks.includes(name) === true;

/** The incidents of this dossier, for who may know who else was involved. */
export const incidents = () => context.view.dossier?.incidents ?? [];

/** Whom an entry is about: those chosen, or all of the incident it names. */
export const involved = (model) =>
  model.pupils ?? incidents().find((one) => one.incident === model.incident)?.pupils.map((one) => one.id) ?? [];

/** Whether each pupil of the incident gets an own answer to this criterion. */
export const perPupil = (criterion, model) => Boolean(model.incident) && PER_PUPIL.includes(criterion);

/** Whether a field is asked, given the protocol and the answers so far. */
export function asked(field, model) {
  if (field.type === 'incident' && !incidents().length) {
    return false;
  }
  if ((field.ifAsked && !protocolAsks(field.ifAsked)) || (field.unlessAsked && protocolAsks(field.unlessAsked))) {
    return false;
  }
  const fits = Object.entries(field.when ?? {}).every(([name, values]) => {
    const value = read(model, name);
    return values === true ? given(value) : values.includes(value);
  });
  return fits && !(field.unless && read(model, field.unless));
}

const given = (value) => value !== undefined && value !== null && value !== '';

/** What stands in a form before anybody typed. */
export function initialModel(kind) {
  const { today, me, dossier } = context.view;
  const known = {
    today: () => today,
    me: () => [me.id],
    meAsParticipant: () => [{ staff: me.id }, {}],
    required: () => dossier?.requiredLevel ?? undefined,
    parents: () => (context.tab === 'overleg' ? 'CONSULTATION' : 'PARENTS'),
    individual: () => 'INDIVIDUAL',
    uuid: () => crypto.randomUUID(),
    ownPupil: () => [context.view.pupil.id],
    informed: () => 'INFORMED',
    reportTopics,
    schoolList: () => t('signals.list'),
  };
  const model = {};
  for (const field of kind.fields) {
    if (field.initial) {
      write(model, field.name, known[field.initial]?.() ?? (field.options?.includes(field.initial) ? field.initial : undefined));
    }
    if (field.type === 'entry') {
      write(model, field.name, entriesNewestFirst().find((entry) => [field.kind].flat().includes(entry.kind))?.id);
    }
  }
  return model;
}

const text = (value) => (typeof value === 'string' ? value.trim() || undefined : value);

const filled = (row) => Object.values(row ?? {}).some((value) => given(text(value)));

const trimmed = (row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)]).filter(([, value]) => value !== undefined));

const answers = (map, keyName, order, wanted) =>
  order.filter((key) => wanted(map?.[key] ?? {})).map((key) => ({ [keyName]: key, ...trimmed(map[key]) }));

const GROUP = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'];
const PER_PUPIL = ['G1', 'G3', 'G4'];

/** The criteria a field asks now. */
export const criteriaOf = (field, model) => [...field.criteria, ...(field.andGroup && model[field.andGroup] ? GROUP : [])];

/** The name of a requirement within a path; its dots would lead deeper. */
export const gapKey = (requirement) => requirement.replaceAll('.', '_');

const requirementOf = (key) => key.replaceAll('_', '.');

const rowsOf = (rows) => (rows ?? []).filter(filled).map(trimmed);

/** Where only one pupil is meant, that pupil is named: with an incident the answer goes nowhere else. */
function criterionRow(criterion, pupil, row, model) {
  if (!given(row?.answer)) {
    return null;
  }
  const own = PER_PUPIL.includes(criterion) || (model.incident && !GROUP.includes(criterion)) ? { pupil: context.view.pupil.id } : {};
  return { criterion, ...trimmed(row), ...(pupil === null ? own : { pupil }) };
}

/** How the value of a field of each type goes into the body. */
const BODY = {
  agreements: rowsOf,
  expectations: rowsOf,
  contacts: rowsOf,
  withheld: rowsOf,
  blackedOut: rowsOf,
  items: rowsOf,
  signals: rowsOf,
  partners: (rows) => rowsOf(rows).map((row) => ({ ...row, crisisTeam: row.crisisTeam === true })),
  participants: rowsOf,
  dates: (rows) => (rows ?? []).filter(given),
  staffs: (ids) => ids ?? [],
  guardians: (ids) => ids ?? [],
  entries: (ids) => ids ?? [],
  choices: (values) => values ?? [],
  tick: (value) => value === true,
  points: (map, field) => answers(map, field.name === 'topics' ? 'topic' : 'point', field.options, (row) => row.done !== undefined),
  topics: (map, field) => answers(map, 'topic', field.options, filled).map((row) => ({ unknown: false, ...row })),
  criteria: (map, field, model) => criteriaOf(field, model).flatMap((criterion) =>
    (perPupil(criterion, model) ? involved(model) : [null]).map((pupil) => criterionRow(criterion, pupil, pupil === null ? map?.[criterion] : map?.[criterion]?.[pupil], model)).filter(Boolean)),
  parts: (map, field, model) => answers(map, 'pupil', involved(model), filled),
  pupils: (ids) => ids ?? [],
  guardianAnswers: (map) => answers(map, 'guardian', Object.keys(map ?? {}), (row) => given(row.accepted)),
  gaps: (map) => answers(map, 'requirement', Object.keys(map ?? {}), (row) => given(text(row.reason))).map((row) => ({ ...row, requirement: requirementOf(row.requirement) })),
};

/** The paths of a field in the body; the four questions hold several. */
export const pathsOf = (field) =>
  field.type === 'questions' ? field.rows.flatMap((row) => [...(row.answers ?? []), ...(row.text ? [row.text] : [])]) : [field.name];

/** The body of an entry: only what is asked, without what is empty and without what only the screen needs. */
export function bodyOf(kindName, kind, model) {
  const body = { kind: kindName };
  for (const field of kind.fields) {
    if (!asked(field, model) || field.screenOnly) {
      continue;
    }
    for (const path of pathsOf(field).filter((one) => !one.startsWith('_'))) {
      const value = (BODY[field.type] ?? text)(read(model, path), field, model);
      if (value !== undefined && value !== null) {
        write(body, path, value);
      }
    }
  }
  return body;
}

const criterionPath = (row, body) => (row?.criterion && perPupil(row.criterion, body) ? `${row.criterion}.${row.pupil}` : row?.criterion);

/** The path on the screen of a pointer into the body: rows of a sheet are known by name, not by place. */
export function pathOf(pointer, body) {
  let at = body;
  const parts = pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.map((part) => {
    at = at?.[part];
    return criterionPath(at, body) ?? at?.point ?? at?.topic ?? at?.guardian ?? at?.pupil ?? (at?.requirement ? gapKey(at.requirement) : part);
  }).join('.');
}
