// Documents of entries: the very bytes that were kept when they were recorded.
import { html, nothing } from 'lit-html';
import { download, sheetAddress } from '../api.js';
import { icon } from '../icons.js';
import { repaint } from '../store.js';
import { dayOf, fullDate, t } from '../texts.js';

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

const SIGNS = { document: 'tray', print: 'print', sheet: 'tray' };

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

const looked = new Set();

/** The sheet that was signed. A photo is fetched when somebody wants to see it, since each look is in the log. */
export function sheetOf(answer, name) {
  if (!answer?.sheet) {
    return nothing;
  }
  const { entry, on } = answer;
  if (answer.sheet === 'application/pdf') {
    return html`<p class="mc-actions">${fetchButton(entry, 'sheet', t('sheet.file', { date: on }), t('sheet.download'))}</p>${fetchFailed(entry)}`;
  }
  const look = (event) => {
    if (event.target.open) {
      looked.add(entry);
      repaint();
    }
  };
  return html`<details data-sheet=${entry} @toggle=${look}><summary>${t('sheet.show')}</summary>${looked.has(entry)
    ? html`<img class="mc-photo" src=${sheetAddress(entry)} alt=${t('sheet.alt', { name, date: fullDate(on) })}>` : nothing}</details>`;
}
