// Fields that hold rows: agreements, dates, participants, answers of guardians, gaps.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { context } from '../store.js';
import { maybe, t } from '../texts.js';
import { icon } from '../icons.js';
import { gapKey } from './model.js';
import { area, colleagues, entryOptions, fault, grouped, guardianWord, idOf, input, select } from './fields.js';

function remover(form, field, rows, at) {
  const leave = () => form.change(field.name, rows.filter((_, place) => place !== at));
  return html`<button class="mc-button mc-button--link mc-small" type="button" @click=${leave}>${t('list.remove')}<span class="mc-hidden"> ${t('list.nr', { nr: at + 1 })}</span></button>`;
}

const adder = (form, field, rows, fresh, word) => html`<p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" id=${rows.length ? nothing : idOf(form, field.name)}
  @click=${() => form.change(field.name, [...rows, fresh])}>${icon('plus')}${word}</button></p>`;

const small = (form, path, word, control) => html`<div class="mc-row__cell"><label class="mc-small" for=${idOf(form, path)}>${word}</label>${control}${fault(form, path)}</div>`;

const tick = (form, path, word) => html`<div class="mc-row__cell"><label class="mc-choice"><input type="checkbox" id=${idOf(form, path)} .checked=${live(form.value(path) === true)}
  @change=${(event) => form.change(path, event.target.checked || undefined)}><span>${word}</span></label></div>`;

/** Why something is not shown (UAVG art. 41). */
const GROUNDS = ['PROTECTION_OF_PUPIL', 'RIGHTS_OF_OTHERS', 'PROTECTION_OF_INFORMANT', 'CRIMINAL_INVESTIGATION'];

/** What a row of each list holds, cell by cell. */
const COLUMNS = {
  agreements: { what: 'area', who: 'text', dueOn: 'date' },
  expectations: { what: 'area', owner: 'staff', dueOn: 'date' },
  contacts: { organisation: 'text', person: 'text', phone: 'text' },
  items: { what: 'area', note: 'area' },
  withheld: { entry: 'entry', ground: 'ground', motivation: 'area' },
  blackedOut: { words: 'text', ground: 'ground' },
  partners: { organisation: 'text', person: 'text', phone: 'text', crisisTeam: 'tick' },
};

const CELL = {
  area: (form, path) => area(form, path, { rows: 2 }),
  text: (form, path) => input(form, path),
  date: (form, path) => input(form, path, { type: 'date' }),
  staff: (form, path) => select(form, path, colleagues()),
  entry: (form, path) => select(form, path, entryOptions({})),
  ground: (form, path) => select(form, path, GROUNDS.map((ground) => [ground, t(`choice.ground.${ground}`)])),
};

function table(form, field) {
  const rows = form.value(field.name) ?? [];
  const cell = (at) => ([name, type]) => {
    const path = `${field.name}.${at}.${name}`;
    const word = maybe(`row.${field.type}.${name}`) ?? t(`row.${name}`);
    return type === 'tick' ? tick(form, path, word) : small(form, path, word, CELL[type](form, path));
  };
  const row = (_, at) => html`<li class="mc-row"><p class="mc-hidden">${t('list.nr', { nr: at + 1 })}</p>${Object.entries(COLUMNS[field.type]).map(cell(at))}${remover(form, field, rows, at)}</li>`;
  return grouped(form, field, html`<div class="mc-rowset"><ol>${rows.map(row)}</ol>${adder(form, field, rows, {}, t('row.add'))}</div>`);
}

function dates(form, field) {
  const rows = form.value(field.name) ?? [];
  const row = (_, at) => html`<li class="mc-pick">${input(form, `${field.name}.${at}`, { type: 'date', size: 'mc-input--date', max: context.view.today, label: t('dates.nr', { nr: at + 1 }) })}
    ${remover(form, field, rows, at)}${fault(form, `${field.name}.${at}`)}</li>`;
  return grouped(form, field, html`<div class="mc-rowset"><ol>${rows.map(row)}</ol>${adder(form, field, rows, '', t('dates.add'))}</div>`);
}

/** A participant is a colleague, or somebody from outside with a name and an organisation. */
function participants(form, field) {
  const rows = form.value(field.name) ?? [];
  const outside = (row) => row.name !== undefined || row.organisation !== undefined;
  const row = (one, at) => {
    const path = (name) => `${field.name}.${at}.${name}`;
    return html`<li class="mc-row"><p class="mc-hidden">${t('list.nr', { nr: at + 1 })}</p>
      ${outside(one)
        ? html`${small(form, path('name'), t('participant.name'), input(form, path('name')))}${small(form, path('organisation'), t('participant.organisation'), input(form, path('organisation')))}`
        : small(form, path('staff'), t('participant.staff'), select(form, path('staff'), colleagues()))}
      ${remover(form, field, rows, at)}</li>`;
  };
  return grouped(form, field, html`<div class="mc-rowset"><ol>${rows.map(row)}</ol><div class="mc-actions">${adder(form, field, rows, {}, t('participant.add'))}
    ${adder(form, field, [...rows], { name: '' }, t('participant.addOutside'))}</div></div>`);
}

function guardianAnswers(form, field) {
  const { guardians } = context.view;
  const row = (one) => {
    const path = `${field.name}.${one.id}.accepted`;
    return html`<li class="mc-guardian"><p id=${`${idOf(form, path)}-name`}>${guardianWord(one)}</p><div role="radiogroup" aria-labelledby=${`${idOf(form, path)}-name`}><div class="mc-choices">
      ${['YES', 'PARTLY', 'NO', 'NOT_YET'].map((value, at) => html`<label class="mc-choice"><input type="radio" id=${at === 0 ? idOf(form, path) : nothing} name=${idOf(form, path)} value=${value}
        .checked=${live(form.value(path) === value)} @change=${() => form.change(path, value)}><span>${t(`choice.acceptance.${value}`)}</span></label>`)}</div>${fault(form, path)}</div></li>`;
  };
  return grouped(form, field, guardians.length ? html`<ul class="mc-rows">${guardians.map(row)}</ul>` : html`<p class="mc-subtle">${t('guardian.none')}</p>`);
}

/** Closing while something is missing: each gap is accepted with a reason. */
function gaps(form, field) {
  const missing = context.view.dossier.findings.filter((finding) => finding.severity !== 'ADVICE');
  const open = [...new Set(missing.map((finding) => finding.requirement))];
  const row = (requirement) => {
    const path = `${field.name}.${gapKey(requirement)}.reason`;
    const said = missing.filter((finding) => finding.requirement === requirement).map((finding) => finding.message);
    return html`<li><label for=${idOf(form, path)}>${said.join(' ')}</label>${area(form, path, { rows: 2 })}${fault(form, path)}</li>`;
  };
  return open.length ? grouped(form, field, html`<ul class="mc-rows">${open.map(row)}</ul>`) : nothing;
}

export const LISTS = { ...Object.fromEntries(Object.keys(COLUMNS).map((type) => [type, table])), dates, participants, guardianAnswers, gaps };
