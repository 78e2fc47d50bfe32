// The board's register: who goes to the board with a suspicion against somebody at the school. It holds nothing else.
import { html } from 'lit-html';
import { readReferrals } from '../api.js';
import { context } from '../store.js';
import { moment, t } from '../texts.js';

/** Reads the register in place of a dossier. */
export async function readRegister() {
  context.view = await readReferrals();
}

export function registerPage() {
  const { referrals, school } = context.view;
  const row = (one) => html`<tr><td>${moment(one.recordedAt)}</td><td>${one.writer || t('register.gone')}</td></tr>`;
  return html`<main id="inhoud" class="mc-page" tabindex="-1"><div class="mc-page__title"><h1>${t('register.title')}</h1><p>${t('register.lead', { school })}</p></div>
    <section class="mc-part" aria-labelledby="wie"><h2 id="wie">${t('register.who')}</h2>
    ${referrals.length
      ? html`<table class="mc-table"><thead><tr><th scope="col">${t('register.when')}</th><th scope="col">${t('register.writer')}</th></tr></thead><tbody>${referrals.map(row)}</tbody></table>`
      : html`<p class="mc-subtle">${t('register.none')}</p>`}</section>
    <section class="mc-part" aria-labelledby="doen"><h2 id="doen">${t('register.do')}</h2><ol class="mc-plain mc-numbered"><li>${t('register.do.1')}</li><li>${t('register.do.2')}</li><li>${t('register.do.3')}</li></ol></section></main>`;
}
