// A pupil who does not exist, on whom staff practise: the way there, and what every page of that pupil says.
import { html, nothing } from 'lit-html';
import { openPractice } from '../api.js';
import { icon } from '../icons.js';
import { context, repaint, tabHref } from '../store.js';
import { t } from '../texts.js';

let failed = false;

/** In this same frame; the whole page is read anew, so that nothing of one pupil stays for the next. */
async function go(again) {
  try {
    context.id = (await openPractice(again)).context;
    location.assign(tabHref('overzicht'));
  } catch {
    failed = true;
    repaint();
  }
}

const trouble = () => (failed ? html`<p role="alert">${t('work.failed')}</p>` : nothing);

/** On every page of that pupil, on paper too. */
export const practiceAbove = () => (context.view.pupil.practice
  ? html`<div class="mc-practice" role="note">${icon('flag')}<div><p><b>${t('practice.title')}</b> ${t('practice.explain')}</p>
    ${trouble()}</div><button class="mc-button mc-button--secondary" type="button" @click=${() => go(true)}>${t('practice.again')}</button></div>`
  : nothing);

/** Below what somebody has to do: where to try things out. */
export const practiceDoor = () => (context.view.mayPractise
  ? html`<section class="mc-part" aria-labelledby="oefenen"><h2 id="oefenen">${t('practice.door')}</h2><div><p>${t('practice.door.explain')}</p>${trouble()}
    <p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" data-practice @click=${() => go(false)}>${icon('flag')}${t('practice.open')}</button></p></div></section>`
  : nothing);
