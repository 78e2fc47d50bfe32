// What the school filled in itself: asked for once, when a page needs it.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { readLists } from '../api.js';
import { context, repaint } from '../store.js';
import { t } from '../texts.js';
import { area, fault, grouped, idOf } from './fields.js';
import { LISTS } from './lists.js';

let asking = null;
let failed = false;

/** What counts of the lists of the school; null until it is there. */
export function schoolLists() {
  asking ??= readLists().then((seen) => {
    context.lists = seen.inForce?.lists ?? { signals: [], partners: [] };
  }).catch(() => {
    failed = true;
  }).finally(repaint);
  return context.lists;
}

/** Asks once more, after it failed. */
export function schoolListsAgain() {
  failed = false;
  asking = null;
  repaint();
}

export const schoolListsFailed = () => failed;

/** Going through the signals of the school; without such a list, or without a connection, the person writes them. */
export function signals(form, field) {
  const lists = schoolLists();
  if (!lists?.signals.length) {
    return LISTS.items(form, field);
  }
  const rows = form.value(field.name) ?? [];
  const one = (what, nr) => {
    const at = rows.findIndex((row) => row.what === what);
    const turn = (event) => form.change(field.name, event.target.checked ? [...rows, { what }] : rows.filter((row) => row.what !== what));
    return html`<li><label class="mc-choice"><input type="checkbox" id=${nr === 0 ? idOf(form, field.name) : nothing} .checked=${live(at >= 0)} @change=${turn}><span>${what}</span></label>
      ${at < 0 ? nothing : html`<div class="mc-row__cell"><label class="mc-small" for=${idOf(form, `${field.name}.${at}.note`)}>${t('row.note')}</label>${area(form, `${field.name}.${at}.note`, { rows: 2 })}${fault(form, `${field.name}.${at}.note`)}</div>`}</li>`;
  };
  return grouped(form, field, html`<ul class="mc-rows">${lists.signals.map(one)}</ul>`);
}
