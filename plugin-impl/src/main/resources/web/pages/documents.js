// Documents of entries: the very bytes that were kept when they were recorded.
import { html, nothing } from 'lit-html';
import { download } from '../api.js';
import { icon } from '../icons.js';
import { repaint } from '../store.js';
import { dayOf, t } from '../texts.js';

let failed = null;

async function fetchOf(id, what, name) {
  failed = null;
  try {
    await download(`entries/${id}/${what}`, name);
  } catch {
    failed = id;
  }
  repaint();
}

const SIGNS = { document: 'tray', print: 'print' };

export const fetchButton = (id, what, name, word) => html`<button class="mc-button mc-button--secondary" type="button" @click=${() => fetchOf(id, what, name)}>${icon(SIGNS[what])}${word}</button>`;

export const fetchFailed = (id) => (failed === id ? html`<p class="mc-error" role="alert">${icon('alert')}${t('report.failed')}</p>` : nothing);

/** The document that goes with an entry, where there is one. */
export function documentOf(entry) {
  if (!entry.document) {
    return nothing;
  }
  const name = t('document.file', { kind: t(`entry.${entry.kind}`), date: dayOf(entry.recordedAt) });
  return html`<p class="mc-actions">${fetchButton(entry.id, 'document', name, t('document.download'))}</p>${fetchFailed(entry.id)}`;
}
