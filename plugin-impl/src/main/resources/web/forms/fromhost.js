// What a form offers to choose from and only the host knows: asked once a page, when the field is first shown.
import { html } from 'lit-html';
import { context, repaint } from '../store.js';
import { t } from '../texts.js';
import { grouped } from './fields.js';

/** A field over what is asked; `texts` names what is said while it is asked, and when that failed. */
export function fromHost(read, slot, texts, field) {
  let asking = null;
  let failed = false;
  const ask = () => {
    failed = false;
    asking ??= read().then((all) => {
      context[slot] = all;
    }).catch(() => {
      failed = true;
      asking = null;
    }).finally(repaint);
  };
  const without = () => (failed
    ? html`<p>${t(`${texts}.failed`)}</p><p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${ask}>${t('load.again')}</button></p>`
    : html`<p class="mc-subtle">${t(`${texts}.busy`)}</p>`);
  return (form, described) => {
    if (context[slot] !== null) {
      return field(form, described);
    }
    if (!failed) {
      ask();
    }
    return grouped(form, described, without());
  };
}
