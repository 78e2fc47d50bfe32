// What the pupil administration holds about the pupil, to choose from: asked once a page, and never needed.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { readObservations } from '../api.js';
import { context, repaint } from '../store.js';
import { date, t } from '../texts.js';
import { grouped, idOf } from './fields.js';

let asking = null;
let failed = false;

function ask() {
  failed = false;
  asking ??= readObservations().then((all) => {
    context.observations = all;
  }).catch(() => {
    failed = true;
    asking = null;
  }).finally(repaint);
}

/** How one of them is called. */
export const observationWord = (one) => `${t(`choice.sort.${one.sort}`)}, ${date(one.on)}: ${one.title}`;

const again = () => html`<p>${t('observations.failed')}</p><p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${ask}>${t('load.again')}</button></p>`;

/** What was chosen stays in the list, also when the administration no longer gives it. */
const shown = (chosen) => [...chosen.filter((one) => !context.observations.some((other) => other.id === one.id)), ...context.observations];

export function observations(form, field) {
  const chosen = form.value(field.name) ?? [];
  if (context.observations === null) {
    if (!failed) {
      ask();
    }
    return grouped(form, field, failed ? again() : html`<p class="mc-subtle">${t('observations.busy')}</p>`);
  }
  const toggle = (one) => form.change(field.name, chosen.some((other) => other.id === one.id) ? chosen.filter((other) => other.id !== one.id) : [...chosen, one]);
  const box = (one, at) => html`<label class="mc-choice"><input type="checkbox" id=${at === 0 ? idOf(form, field.name) : nothing} name=${idOf(form, field.name)} value=${one.id}
    .checked=${live(chosen.some((other) => other.id === one.id))} @change=${() => toggle(one)}><span>${observationWord(one)}</span></label>`;
  const all = shown(chosen);
  return grouped(form, field, all.length ? html`<div class="mc-choices mc-choices--list">${all.map(box)}</div>` : html`<p class="mc-subtle">${t('observations.none')}</p>`);
}
