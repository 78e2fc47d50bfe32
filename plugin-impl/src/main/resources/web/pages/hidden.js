// For whom may not know whether there is a dossier: record a signal, and read back what they recorded themselves.
import { html, nothing } from 'lit-html';
import { context, entriesNewestFirst } from '../store.js';
import { t } from '../texts.js';
import { emergencyPart } from './emergency.js';
import { entryView } from './entries.js';
import { openers } from './openers.js';

export function hiddenPage() {
  const own = entriesNewestFirst();
  return html`<div class="mc-page__title"><h1>${t('signal.record')}</h1><p>${t('hidden.lead')}</p></div>
    ${openers('signalen', { first: 'Signal', always: true })}
    ${own.length ? html`<section class="mc-part" aria-labelledby="eigen"><h2 id="eigen">${t('hidden.own')}</h2><div class="mc-entries">${own.map(entryView)}</div></section>` : nothing}${emergencyPart()}`;
}
