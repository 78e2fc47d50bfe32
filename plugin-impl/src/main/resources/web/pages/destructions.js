// What was destroyed at the school; for the head also what is asked for, or due.
import { html, nothing } from 'lit-html';
import { readDestructions } from '../api.js';
import { context } from '../store.js';
import { fullDate, moment, t } from '../texts.js';

/** Reads it in place of a dossier. */
export async function readDestructionsPage() {
  context.view = await readDestructions();
}

const heads = (names) => html`<thead><tr>${names.map((name) => html`<th scope="col">${t(`destructions.${name}`)}</th>`)}</tr></thead>`;

const why = (requester) => t(`choice.requester.${requester}`);

const what = (one) => (one.subject === 'DESTRUCTION' ? `${t('destructions.what.DESTRUCTION')}. ${why(one.requester)}` : t(`destructions.what.${one.subject}`));

const waiting = (one) => html`<tr><td>${one.pupil || t('destructions.left')}</td><td>${what(one)}${one.held ? html`<br><b>${t('destructions.held')}</b>` : nothing}</td><td>${t(['REVIEW', 'LEFT'].includes(one.subject) ? 'destructions.from' : 'destructions.until', { day: fullDate(one.dueOn) })}</td></tr>`;

const by = (name, person) => html`${t(`destructions.${name}`)} ${person || t('register.gone')}`;

const done = (one) => html`<tr><td>${moment(one.destroyedAt)}<br><span class="mc-small mc-subtle">${t('destructions.mark')} <code>${one.id.slice(0, 8)}</code></span></td><td>${why(one.requester)}${one.entryCount === 0 ? nothing : html`<br>${t(one.entryCount === 1 ? 'destructions.entry' : 'destructions.entries', { count: one.entryCount })}`}</td><td>${by('askedBy', one.askedBy)}<br>${by('decidedBy', one.decidedBy)}</td></tr>`;

const table = (rows, names, row, empty) => (rows.length ? html`<table class="mc-table">${heads(names)}<tbody>${rows.map(row)}</tbody></table>` : html`<p class="mc-subtle">${t(empty)}</p>`);

export function destructionsPage() {
  const { school, waiting: waits, certificates } = context.view;
  return html`<main id="inhoud" class="mc-page" tabindex="-1"><div class="mc-page__title"><h1>${t('destructions.title')}</h1><p>${t('destructions.lead', { school })}</p></div>
    <section class="mc-part" aria-labelledby="wacht"><h2 id="wacht">${t('destructions.waiting')}</h2>${table(waits, ['pupil', 'what', 'due'], waiting, 'destructions.nothing')}</section>
    <section class="mc-part" aria-labelledby="weg"><h2 id="weg">${t('destructions.done')}</h2>${table(certificates, ['when', 'why', 'who'], done, 'destructions.none')}</section></main>`;
}
