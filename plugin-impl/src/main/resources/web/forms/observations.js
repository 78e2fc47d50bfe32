// What the pupil administration holds about the pupil, to choose from; never needed.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { readObservations } from '../api.js';
import { context } from '../store.js';
import { date, t } from '../texts.js';
import { fromHost } from './fromhost.js';
import { grouped, idOf } from './fields.js';

/** How one of them is called. */
export const observationWord = (one) => `${t(`choice.sort.${one.sort}`)}, ${date(one.on)}: ${one.title}`;

/** What was chosen stays in the list, also when the administration no longer gives it. */
const shown = (chosen) => [...chosen.filter((one) => !context.observations.some((other) => other.id === one.id)), ...context.observations];

function choices(form, field) {
  const chosen = form.value(field.name) ?? [];
  const toggle = (one) => form.change(field.name, chosen.some((other) => other.id === one.id) ? chosen.filter((other) => other.id !== one.id) : [...chosen, one]);
  const box = (one, at) => html`<label class="mc-choice"><input type="checkbox" id=${at === 0 ? idOf(form, field.name) : nothing} name=${idOf(form, field.name)} value=${one.id}
    .checked=${live(chosen.some((other) => other.id === one.id))} @change=${() => toggle(one)}><span>${observationWord(one)}</span></label>`;
  const all = shown(chosen);
  return grouped(form, field, all.length ? html`<div class="mc-choices mc-choices--list">${all.map(box)}</div>` : html`<p class="mc-subtle">${t('observations.none')}</p>`);
}

export const observations = fromHost(readObservations, 'observations', 'observations', choices);
