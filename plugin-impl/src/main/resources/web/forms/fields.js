// Fields of a form: label above, guidance beside, fault below. A sheet or a list stands in a file of its own.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon } from '../icons.js';
import { context, entriesNewestFirst, may } from '../store.js';
import { date, maybe, t } from '../texts.js';

/** More than so many names stand below each other. */
const MANY = 4;

/** The id on the page of a path in a form. */
export const idOf = (form, path) => `${form.draftName}-${path}`.replaceAll(/[^\w-]/g, '-');

const textKey = (form, name) => `form.${form.kindName}.${name.replace(/^_/, '')}`;

/** Under which key a field has its words: its own, or those of its name. */
const wordsOf = (form, field) => field.label ?? textKey(form, field.name);

export const labelOf = (form, field) => t(wordsOf(form, field));

const optional = (field) => (field.optional ? html` <span class="mc-optional">${t('field.optional')}</span>` : nothing);

function hint(form, field) {
  const key = wordsOf(form, field);
  const said = maybe(`${key}.hint`);
  if (said === null) {
    return nothing;
  }
  const good = maybe(`${key}.do`);
  return html`<p class="mc-hint" id=${`${idOf(form, field.name)}-hint`}>${said}${
    good === null ? nothing : html` <b>${t('field.do')}</b> ${good} <b>${t('field.dont')}</b> ${t(`${key}.dont`)}`}</p>`;
}

export const fault = (form, path) => {
  const text = form.faultAt(path);
  return text === null ? nothing : html`<p class="mc-error" id=${`${idOf(form, path)}-fault`}>${icon('alert')}${text}</p>`;
};

const described = (form, field, path) =>
  [maybe(`${wordsOf(form, field)}.hint`) === null ? '' : `${idOf(form, field.name)}-hint`, form.faultAt(path) === null ? '' : `${idOf(form, path)}-fault`].filter(Boolean).join(' ') || nothing;

const invalid = (form, path) => (form.faultAt(path) === null ? nothing : 'true');

const klass = (form, field) =>
  `mc-field${form.faults.some((one) => one.path === field.name || one.path.startsWith(`${field.name}.`)) ? ' mc-field--invalid' : ''}${field.opinion ? ' mc-opinion' : ''}`;

/** A field with one control and a label of its own. */
const labelled = (form, field, control) => html`<div class=${klass(form, field)} data-field=${field.name}>
  <label for=${idOf(form, field.name)}>${labelOf(form, field)}${optional(field)}</label>${control}${fault(form, field.name)}${hint(form, field)}</div>`;

/** A field with several controls under one legend. */
export const grouped = (form, field, controls, wide = false) => html`<fieldset class=${`${klass(form, field)}${wide ? ' mc-field--wide' : ''}`} data-field=${field.name} aria-describedby=${described(form, field, field.name)}>
  <legend>${labelOf(form, field)}${optional(field)}</legend>${controls}${fault(form, field.name)}${hint(form, field)}</fieldset>`;

const typed = (form, path) => (event) => form.change(path, event.target.value);

/** A plain control of its own; used by lists and sheets too. */
export const input = (form, path, { type = 'text', size = '', label = nothing, max = nothing, describes = nothing } = {}) => html`<input class=${`mc-input ${size}`} id=${idOf(form, path)}
  type=${type} max=${max} maxlength=${type === 'text' ? 200 : nothing} ?readonly=${form.sending} aria-label=${label} aria-invalid=${invalid(form, path)} aria-describedby=${describes} autocomplete="off"
  .value=${live(form.value(path) ?? '')} @input=${typed(form, path)}>`;

export const area = (form, path, { own = false, rows = 3, label = nothing, describes = nothing } = {}) => html`<textarea class=${`mc-input${own ? ' mc-own' : ''}`} id=${idOf(form, path)} rows=${rows}
  maxlength="8000" ?readonly=${form.sending} aria-label=${label} aria-invalid=${invalid(form, path)} aria-describedby=${describes} .value=${live(form.value(path) ?? '')} @input=${typed(form, path)}></textarea>`;

function textarea(form, field) {
  return labelled(form, field, area(form, field.name, { own: field.own, rows: field.tall ? 10 : 3, describes: described(form, field, field.name) }));
}

const text = (form, field) => labelled(form, field, input(form, field.name, { size: 'mc-input--short', describes: described(form, field, field.name) }));

const timeField = (form, field) => labelled(form, field, input(form, field.name, { type: 'time', size: 'mc-input--time', describes: described(form, field, field.name) }));

function yesterday() {
  const at = new Date(`${context.view.today}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}

function dateField(form, field) {
  const control = input(form, field.name, { type: 'date', size: 'mc-input--date', max: field.past ? context.view.today : nothing, describes: described(form, field, field.name) });
  if (!field.quick) {
    return labelled(form, field, control);
  }
  const chip = (value, word) => html`<button class="mc-chip" type="button" aria-pressed=${form.value(field.name) === value} @click=${() => form.change(field.name, value)}>${word}</button>`;
  return labelled(form, field, html`<div class="mc-pick">${chip(context.view.today, t('date.today'))}${chip(yesterday(), t('date.yesterday'))}${control}</div>`);
}

/** One radio or checkbox with its words, and a small line of explanation where the texts have one. */
function option(form, field, { type, value, key, checked, change, first }) {
  const more = maybe(`${key}.hint`);
  return html`<label class="mc-choice"><input type=${type} id=${first ? idOf(form, field.name) : nothing} name=${idOf(form, field.name)} value=${value} .checked=${live(checked)} @change=${change}><span>${t(key)}${more === null ? nothing : html`<small>${more}</small>`}</span></label>`;
}

const allowed = (field, value) => !field.asks?.[value] || may(field.asks[value]);

function choice(form, field) {
  const options = field.options.filter((value) => allowed(field, value)).map((value, at) =>
    option(form, field, { type: 'radio', value, key: `choice.${field.set}.${value}`, first: at === 0, checked: form.value(field.name) === value, change: () => form.change(field.name, value) }));
  return grouped(form, field, html`<div class=${`mc-choices${field.list ? ' mc-choices--list' : ''}`}>${options}</div>`);
}

const toggle = (values, value) => (values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);

function choices(form, field) {
  const chosen = form.value(field.name) ?? [];
  const options = field.options.map((value, at) =>
    option(form, field, { type: 'checkbox', value, key: `choice.${field.set}.${value}`, first: at === 0, checked: chosen.includes(value), change: () => form.change(field.name, toggle(chosen, value)) }));
  return grouped(form, field, html`<div class=${`mc-choices${field.list ? ' mc-choices--list' : ''}`}>${options}</div>`);
}

function yesno(form, field) {
  const options = [true, false].map((value) =>
    option(form, field, { type: 'radio', value, key: value ? 'yes' : 'no', first: value, checked: form.value(field.name) === value, change: () => form.change(field.name, value) }));
  return grouped(form, field, html`<div class="mc-choices">${options}</div>`);
}

const tick = (form, field) => html`<div class=${klass(form, field)} data-field=${field.name}>
  <label class="mc-choice"><input type="checkbox" id=${idOf(form, field.name)} .checked=${live(form.value(field.name) === true)} aria-describedby=${described(form, field, field.name)}
    @change=${(event) => form.change(field.name, event.target.checked)}><span>${labelOf(form, field)}</span></label>${fault(form, field.name)}${hint(form, field)}</div>`;

/** A list to choose one from; the empty line asks. */
export const select = (form, path, options, { label = nothing, describes = nothing, change = null } = {}) => html`<select class="mc-input" id=${idOf(form, path)} aria-label=${label} aria-invalid=${invalid(form, path)}
  aria-describedby=${describes} @change=${(event) => (change ?? ((value) => form.change(path, value)))(event.target.value || undefined)}>
  <option value="" .selected=${live(!form.value(path))}>${t('field.choose')}</option>
  ${options.map(([value, word]) => html`<option value=${value} .selected=${live(form.value(path) === value)}>${word}</option>`)}</select>`;

const chosenFrom = (options) => (form, field) => labelled(form, field, select(form, field.name, options(field), { describes: described(form, field, field.name) }));

/** Colleagues, with what they are to the school. */
export const colleagues = (field = {}) => context.view.staff.filter((one) => !field.roles || one.roles.some((role) => field.roles.includes(role)))
  .map((one) => [one.id, staffWord(one)]).sort(([, one], [, other]) => one.localeCompare(other, 'nl'));

const staffWord = (one) => (one.roles.length ? `${one.name}, ${one.roles.map((role) => t(`role.${role}`)).join(', ')}` : one.name);

export const guardianWord = (one) => `${one.name}, ${t(`choice.relation.${one.relation}`).toLowerCase()}`;

const many = (options, empty) => (form, field) => {
  const chosen = form.value(field.name) ?? [];
  const boxes = options(field).map(([value, word], at) => html`<label class="mc-choice"><input type="checkbox" id=${at === 0 ? idOf(form, field.name) : nothing} name=${idOf(form, field.name)} value=${value}
    .checked=${live(chosen.includes(value))} @change=${() => form.change(field.name, toggle(chosen, value))}><span>${word}</span></label>`);
  return grouped(form, field, html`<div class=${`mc-choices${boxes.length > MANY ? ' mc-choices--columns' : ''}`}>${boxes.length ? boxes : html`<p class="mc-subtle">${t(empty)}</p>`}</div>`);
};

const guardianOptions = () => context.view.guardians.map((one) => [one.id, guardianWord(one)]);

const kindsOf = (field) => [field.kind ?? []].flat();

const entryWord = ({ kind, content, recordedAt }) => (content.what ? `${content.what}, ${date(content.startOn)}` : `${t(`entry.${kind}`)}, ${date(content.on ?? content.observedOn ?? recordedAt.slice(0, 10))}`);

/** Entries to choose from, of the kinds a field names, or of any but those it excepts. */
export const entryOptions = (field) => entriesNewestFirst()
  .filter((entry) => (field.kind === undefined || kindsOf(field).includes(entry.kind)) && !field.except?.includes(entry.kind) && entry.content !== null)
  .map((entry) => [entry.id, entryWord(entry)]);

/** Asks which entry it is about; where there is only one, that one is meant. */
const entryField = (form, field) => (entryOptions(field).length === 1 && form.value(field.name) ? nothing : chosenFrom(entryOptions)(form, field));

/** Which of all entries are meant. */
function entries(form, field) {
  const chosen = form.value(field.name) ?? [];
  const row = ([id, word], at) => html`<label class="mc-choice"><input type="checkbox" id=${at === 0 ? idOf(form, field.name) : nothing} value=${id} .checked=${live(chosen.includes(id))} @change=${() => form.change(field.name, toggle(chosen, id))}><span>${word}</span></label>`;
  return grouped(form, field, html`<div class="mc-choices mc-choices--list">${entryOptions(field).map(row)}</div>`);
}

/** A guardian the host knows, or somebody the host has not heard of, who gets an id here. */
function guardianOrNew(form, field) {
  const known = context.view.guardians;
  const value = form.value(field.name);
  const pick = (id) => {
    const one = known.find((guardian) => guardian.id === id);
    form.change('name', one?.name ?? '');
    form.change('relation', one?.relation);
    form.change(field.name, id === 'new' ? crypto.randomUUID() : id);
  };
  const other = value && !known.some((one) => one.id === value) ? [[value, t('guardian.new')]] : [['new', t('guardian.new')]];
  return labelled(form, field, select(form, field.name, [...guardianOptions(), ...other], { change: pick }));
}

export const FIELDS = {
  text, textarea, choice, choices, yesno, tick, guardianOrNew,
  date: dateField,
  time: timeField,
  hidden: () => nothing,
  staff: chosenFrom(colleagues),
  staffs: many(colleagues, 'staff.none'),
  guardian: chosenFrom(guardianOptions),
  guardians: many(guardianOptions, 'guardian.none'),
  entry: entryField,
  anyEntry: chosenFrom(entryOptions),
  entries,
};
