// Recorded entries, readable: one line in the chronology, or every field where the step is looked at.
import { html, nothing } from 'lit-html';
import { KINDS } from '../forms/kinds.js';
import { pathsOf, read } from '../forms/model.js';
import { observationWord } from '../forms/observations.js';
import { context, entriesNewestFirst, nameOf } from '../store.js';
import { date, day, dayOf, fullDate, maybe, t, time, together } from '../texts.js';
import { arrive, correction, corrector, isCorrecting } from './correction.js';
import { documentOf } from './documents.js';

/** The day of the event; the day of recording where the kind has none. */
export const eventDay = (entry) => entry.content?.observedOn ?? entry.content?.on ?? entry.content?.informedOn ?? dayOf(entry.recordedAt);

/** When and by whom: the day of recording only when it differs from that of the event. */
export function byline(entry) {
  const recorded = dayOf(entry.recordedAt);
  const source = entry.content?.source ? `${t(`choice.source.${entry.content.source}`)}${entry.content.observer ? `, ${entry.content.observer}` : ''}` : null;
  const late = recorded === eventDay(entry) ? entry.author.name : t('entry.recordedOn', { date: date(recorded), name: entry.author.name });
  return [source, entry.content?.observedAt ? time(entry.content.observedAt) : null, late, entry.before.length ? t('correction.done') : null].filter(Boolean).join(' · ');
}

const criterionRows = (rows) => html`<ul class="mc-plain">${rows.map((row) => html`<li><b>${row.criterion}</b> ${t(`criterion.${row.criterion}`)} <b>${t(`choice.answer.${row.answer}`)}.</b> ${row.note ?? ''}</li>`)}</ul>`;

const agreement = (row) => html`<li>${row.what} <span class="mc-subtle">${row.dueOn ? t('agreement.whoBy', { who: row.who, date: date(row.dueOn) }) : row.who}</span></li>`;

/** What an entry is called, and its day. */
function entryName(id) {
  const of = entriesNewestFirst().find((one) => one.id === id);
  return of ? `${t(`entry.${of.kind}`)}, ${day(eventDay(of), 'short')}.` : '';
}

/** How the value of a field of each type reads. */
const READ = {
  date: (value) => day(value),
  time,
  choice: (value, field) => t(`choice.${field.set}.${value}`),
  choices: (values, field) => together(values.map((value) => t(`choice.${field.set}.${value}`))),
  yesno: (value) => t(value ? 'yes' : 'no'),
  tick: (value) => (value ? t('yes') : null),
  staff: nameOf,
  staffs: (ids) => together(ids.map(nameOf).filter(Boolean)),
  guardian: nameOf,
  guardians: (ids) => together(ids.map(nameOf).filter(Boolean)),
  participants: (rows) => together(rows.map((row) => (row.staff ? nameOf(row.staff) : [row.name, row.organisation].filter(Boolean).join(', ')))),
  guardianAnswers: (rows) => together(rows.map((row) => `${nameOf(row.guardian)}: ${t(`choice.acceptance.${row.accepted}`).toLowerCase()}`)),
  agreements: (rows) => html`<ul class="mc-plain">${rows.map(agreement)}</ul>`,
  expectations: (rows) => html`<ul class="mc-plain">${rows.map((row) => agreement({ ...row, who: nameOf(row.owner) }))}</ul>`,
  contacts: (rows) => html`<ul class="mc-plain">${rows.map((row) => html`<li>${[row.organisation, row.person, row.phone].filter(Boolean).join(', ')}</li>`)}</ul>`,
  items: (rows) => html`<ul class="mc-plain">${rows.map((row) => html`<li>${[row.what, row.note].filter(Boolean).join('. ')}</li>`)}</ul>`,
  signals: (rows) => READ.items(rows),
  dates: (rows) => together(rows.map((one) => date(one))),
  criteria: criterionRows,
  points: (rows) => html`<ol class="mc-plain">${rows.map((row) => html`<li>${t(`point.${row.point ?? row.topic}`)}: <b>${t(row.done ? 'point.done' : 'point.notDone').toLowerCase()}</b>${row.note ? `. ${row.note}` : ''}</li>`)}</ol>`,
  topics: (rows) => html`<ol class="mc-plain">${rows.map((row) => html`<li><span class="mc-subtle">${t(`topic.${row.topic}`)}</span><br>${row.unknown ? html`<b>${t('choice.answer.UNKNOWN')}</b> ` : nothing}${row.text ?? ''}</li>`)}</ol>`,
  withheld: (rows) => html`<ul class="mc-plain">${rows.map((row) => html`<li><b>${entryName(row.entry)}</b> ${t(`choice.ground.${row.ground}`)}. ${row.motivation}</li>`)}</ul>`,
  blackedOut: (rows) => html`<ul class="mc-plain">${rows.map((row) => html`<li><q>${row.words}</q> ${t(`choice.ground.${row.ground}`)}</li>`)}</ul>`,
  anyEntry: entryName,
  entries: (ids) => together(ids.map(entryName)),
  gaps: (rows) => html`<ul class="mc-plain">${rows.map((row) => html`<li><b>${context.view.dossier?.gaps.find((gap) => gap.requirement === row.requirement)?.message ?? row.requirement}</b> ${row.reason}</li>`)}</ul>`,
  observations: (rows) => html`<ul class="mc-plain">${rows.map((row) => html`<li>${observationWord(row)}</li>`)}</ul>`,
  file: () => t('sheet.kept'),
  entry: () => null,
  incident: () => null,
  pupils: (ids) => (ids.length > 1 ? together(ids.map(nameOf).filter(Boolean)) : null),
  parts: (rows) => html`<ul class="mc-plain">${rows.map((row) => html`<li>${rows.length > 1 ? `${nameOf(row.pupil)}: ` : ''}${row.text}</li>`)}</ul>`,
  guardianOrNew: () => null,
  hidden: (value, field) => (field.set ? t(`choice.${field.set}.${value}`) : null),
};

const blank = (value) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function readable(entry, field, path) {
  const value = read(entry.content, path);
  if (blank(value)) {
    return null;
  }
  const answers = ['YES', 'NO', 'UNKNOWN'];
  return field.type === 'questions' ? (answers.includes(value) ? t(`choice.answer.${value}`) : value) : (READ[field.type] ?? ((plain) => plain))(value, field);
}

function fact(entry, field, path) {
  const said = readable(entry, field, path);
  if (said === null) {
    return nothing;
  }
  const key = field.type === 'questions' ? `question.${path}` : `form.${entry.kind}.${field.name}`;
  const label = maybe(`${key}.short`) ?? t(key);
  return html`<div class=${field.opinion ? 'mc-opinion' : ''}><dt>${label}</dt><dd class=${field.own ? 'mc-own' : ''}>${said}</dd></div>`;
}

/** What the heading and the last line of an entry say already. */
const SAID = ['on', 'observedOn', 'observedAt', 'source', 'observer', 'informedOn'];

function facts(entry) {
  const kind = KINDS[entry.kind];
  const fields = kind && entry.content ? kind.fields.filter((field) => !SAID.includes(field.name) && (!field.name.startsWith('_') || field.type === 'questions')) : [];
  return html`<dl class="mc-read">${fields.flatMap((field) => pathsOf(field).map((path) => fact(entry, field, path)))}</dl>`;
}

/** Everything somebody recorded, field by field, or the conclusion where only that may be known. */
export function entryView(entry) {
  arrive(entry);
  return html`<article class="mc-entry" id=${entry.id} data-entry=${entry.kind} aria-label=${`${t(`entry.${entry.kind}`)}, ${fullDate(eventDay(entry))}`}>
    <h3>${t(`entry.${entry.kind}`)} <span class="mc-optional">${day(eventDay(entry))}</span></h3>
    ${isCorrecting(entry) ? correction(entry) : html`${entry.content ? facts(entry) : html`<p>${entry.summary}</p>`}${entry.before.map((one) => stood(entry, one))}`}${otherViews(entry)}
    ${documentOf(entry)}<p class="mc-small mc-subtle">${byline(entry)}</p>${corrector(entry)}</article>`;
}

/** What stood there before, folded away under when, by whom and why it changed. */
const stood = (entry, { at, by, reason, content }) => html`<details class="mc-before"><summary>${t('correction.by', { date: date(dayOf(at)), name: by.name, reason })}</summary>
  <p class="mc-small mc-subtle">${t('correction.was')}</p>${facts({ ...entry, content })}</details>`;

const shortened = (text) => (text.length > 220 ? `${text.slice(0, text.lastIndexOf(' ', 210))} …` : text);

function headline(entry) {
  const kind = KINDS[entry.kind];
  const field = kind?.fields.find((one) => one.name === kind.headline);
  const said = entry.content && field ? readable(entry, field, field.name) : null;
  return typeof said === 'string' ? shortened(said) : '';
}

/** What a line of the chronology says of an answer of a guardian: never that seen is consent. */
const acknowledged = (content) => html`<b>${t(`acknowledged.${content.status}`, { name: nameOf(content.guardian) })}</b>${content.guardianView ? html` <q>${shortened(content.guardianView)}</q>` : nothing}`;

const corrected = (content) => html`<b>${t('entry.Correction')}.</b> ${entryName(content.entry)} ${shortened(content.reason)}`;

/** What stands nowhere else than in the chronology is read there whole. */
const whole = (entry) => (entry.content && KINDS[entry.kind]?.tab === 'overzicht' ? html`<details class="mc-before"><summary>${t('entry.all')}</summary>${facts(entry)}</details>` : nothing);

const otherViews = (entry) => entry.annotations.map((said) => html`<p class="mc-opinion"><b>${t('entry.otherView')}</b> <q>${said}</q></p>`);

/** One line of the chronology. */
export function timeLine(entry) {
  const said = entry.content?.childStatement;
  return html`<li data-kind=${entry.kind}><time datetime=${eventDay(entry)}>${day(eventDay(entry), 'short')}</time><div>
    <p>${entry.kind === 'Acknowledgement' && entry.content
      ? acknowledged(entry.content)
      : entry.kind === 'Correction' ? corrected(entry.content)
      : html`<b>${t(`entry.${entry.kind}`)}.</b> ${entry.content ? headline(entry) : entry.summary}${said ? html` ${t('entry.said', { pupil: context.view.pupil.givenName })} <q>${said}</q>` : nothing}`}</p>
    ${otherViews(entry)}${whole(entry)}${['Chronology', 'AccessDecision'].includes(entry.kind) ? documentOf(entry) : nothing}<p class="mc-small mc-subtle">${byline(entry)}</p></div></li>`;
}
