// Whom an incident is about: choosing the pupils by group, and saying what concerns one of them alone.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { readPupils } from '../api.js';
import { context, nameOf, repaint } from '../store.js';
import { day, t, together } from '../texts.js';
import { fromHost } from './fromhost.js';
import { area, fault, grouped, idOf } from './fields.js';
import { incidents, involved } from './model.js';

let group = null;

const groupsOf = (all) => [...new Set(all.map((one) => one.group))];

function pupils(form, field) {
  const all = context.pupils;
  const chosen = form.value(field.name) ?? [];
  const own = context.view.pupil;
  group ??= own.groupName;
  const toggle = (id) => form.change(field.name, chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const box = (one) => html`<label class="mc-choice"><input type="checkbox" name=${idOf(form, field.name)} value=${one.id} .checked=${live(chosen.includes(one.id))}
    ?disabled=${one.id === own.id} @change=${() => toggle(one.id)}><span>${one.name}</span></label>`;
  const pick = (event) => {
    group = event.target.value;
    repaint();
  };
  return grouped(form, field, html`<p role="status">${t('pupils.chosen', { names: together(chosen.map(nameOf)) })}</p>
    <div class="mc-pick"><label class="mc-small" for=${idOf(form, field.name)}>${t('pupils.group')}</label><select class="mc-input" id=${idOf(form, field.name)} @change=${pick}>
      ${groupsOf(all).map((one) => html`<option value=${one} ?selected=${one === group}>${one}</option>`)}</select></div>
    <div class="mc-choices mc-choices--columns">${all.filter((one) => one.group === group).map(box)}</div>`);
}

function parts(form, field) {
  const one = (pupil) => {
    const path = `${field.name}.${pupil}.text`;
    return html`<div><label class="mc-small" for=${idOf(form, path)}>${nameOf(pupil)}</label>${area(form, path, { rows: 2 })}${fault(form, path)}</div>`;
  };
  return grouped(form, field, html`<div class="mc-rowset">${involved(form.model).map(one)}</div>`);
}

function incident(form, field) {
  const option = (value, word, at) => html`<label class="mc-choice"><input type="radio" id=${at === 0 ? idOf(form, field.name) : nothing} name=${idOf(form, field.name)} value=${value ?? ''}
    .checked=${live(form.value(field.name) === value)} @change=${() => form.change(field.name, value)}><span>${word}</span></label>`;
  const about = (one, at) => option(one.incident, t('incident.about', { day: day(one.on), names: together(one.pupils.map((pupil) => pupil.name)) }), at + 1);
  return grouped(form, field, html`<div class="mc-choices mc-choices--list">${option(undefined, t('incident.alone'), 0)}${incidents().map(about)}</div>`);
}

export const INVOLVED = { pupils: fromHost(readPupils, 'pupils', 'pupils', pupils), parts, incident };
