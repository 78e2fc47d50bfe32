// The other dossiers of the same pupil, and the way from one to another.
import { html, nothing } from 'lit-html';
import { chooseDossier } from '../api.js';
import { icon } from '../icons.js';
import { context, tabHref } from '../store.js';
import { fullDate, t } from '../texts.js';

let failed = false;

async function open(one) {
  try {
    context.id = (await chooseDossier(one.id)).context;
    location.assign(tabHref('overzicht'));
  } catch {
    failed = true;
  }
}

const isClosed = (one) => one.state === 'CLOSED';

const named = (one) => t(isClosed(one) ? 'dossiers.closed' : 'dossiers.open', { date: fullDate(one.since) });

/** A button that leads there, where there is another one to lead to. */
export const opener = (one, wanted = true, text = t('dossiers.go')) => (wanted && one && !one.atHand
  ? html`<p class="mc-actions"><button class="mc-button mc-button--link mc-small" type="button" @click=${() => open(one)}>${text}<span class="mc-hidden">: ${named(one)}</span></button></p>`
  : nothing);

/** Beside the overview: all others. */
export function otherDossiers() {
  const others = context.view.dossiers.filter((one) => !one.atHand);
  return others.length
    ? html`<section class="mc-part" aria-labelledby="dossiers"><h2 id="dossiers">${t('dossiers.title')}</h2><ul class="mc-list">${others.map((one) => html`<li>${named(one)}${opener(one)}</li>`)}</ul></section>`
    : nothing;
}

/** Above every page, where an earlier one is at hand. */
export function earlierAtHand() {
  const { dossiers } = context.view;
  const here = dossiers.find((one) => one.atHand);
  return here && !here.current
    ? html`<div class="mc-page mc-page--trouble"><div class="mc-notice" role="status">${icon('back')}<div><p><b>${t('dossiers.earlier', { date: fullDate(here.since) })}</b></p>${opener(dossiers.find((one) => one.current), true, t('dossiers.back'))}${failed ? html`<p>${t('load.failed')}</p>` : nothing}</div></div></div>`
    : nothing;
}

/** Above every page, for who has to say whether the dossier of an earlier registration is this pupil's. */
export const askedAbove = () => (context.view.asked
  ? html`<div class="mc-page mc-page--trouble"><div class="mc-notice" role="status">${icon('doing')}<div><p><b>${t('dossiers.asked')}</b></p><p>${t('dossiers.asked.do')} <a href=${tabHref('koppelingen')}>${t('tab.koppelingen')}</a></p></div></div></div>`
  : nothing);
