// A suspicion against somebody who works at the school: not into a dossier, but to the board, which the page says and nothing more.
import { html, nothing } from 'lit-html';
import { readReferrals, referToBoard } from '../api.js';
import { icon } from '../icons.js';
import { may, repaint } from '../store.js';
import { moment, t } from '../texts.js';

const ID = 'StaffRoute';
const now = { open: false, own: null, done: null, trouble: null, key: null };

async function open() {
  now.open = true;
  repaint();
  now.own = await readReferrals().then((all) => all.referrals.filter((one) => one.own)).catch(() => null);
  repaint();
}

/** The key stays the same until it is recorded, so that trying again records it once. */
async function record() {
  now.key ??= crypto.randomUUID();
  try {
    now.done = await referToBoard(now.key);
    now.key = null;
    now.trouble = null;
  } catch (refusal) {
    now.trouble = refusal.detail ?? t(refusal.gone ? 'gone.title' : 'offline.title');
  }
  repaint();
  requestAnimationFrame(() => document.querySelector(`#${ID} [data-outcome]`)?.focus());
}

const outcome = () => {
  if (now.done !== null) {
    return html`<div class="mc-notice mc-notice--ok" role="status" tabindex="-1" data-outcome=${ID}>${icon('check')}<div><p><b>${t('referral.done', { moment: moment(now.done.recordedAt) })}</b></p><p>${t('referral.go')}</p></div></div>`;
  }
  return now.trouble === null ? nothing : html`<div class="mc-notice mc-notice--error" role="alert" tabindex="-1" data-outcome=${ID}>${icon('alert')}<div><p><b>${now.trouble}</b></p></div></div>`;
};

const earlier = () => (now.own?.length ? html`<p class="mc-small mc-subtle">${t('referral.earlier', { moments: now.own.map((one) => moment(one.recordedAt)).join('; ') })}</p>` : nothing);

/** The line among the openers of the page of signals, with what to do behind it. */
export function referral() {
  if (!may('REFER_TO_BOARD')) {
    return nothing;
  }
  if (!now.open && location.hash === `#${ID}`) {
    open();
  }
  return now.open
    ? html`<li class="mc-opener" id=${ID}><h3>${t('referral.title')}</h3><p>${t('referral.lead')}</p>
      <ol class="mc-plain mc-numbered"><li>${t('referral.1')}</li><li>${t('referral.2')} <a href="tel:09001113111">0900-111 3111</a></li><li>${t('referral.3')}</li></ol>
      ${outcome()}${earlier()}
      ${now.done === null ? html`<p class="mc-small">${t('referral.kept')}</p><p class="mc-actions"><button class="mc-button mc-button--primary" type="button" @click=${record}>${t('referral.button')}</button></p>` : nothing}</li>`
    : html`<li class="mc-opener" id=${ID}><button class="mc-button mc-button--secondary mc-opener__button" type="button" aria-expanded="false" @click=${open}>${icon('plus')}${t('referral.title')}</button>
      <p class="mc-subtle">${t('referral.short')}</p></li>`;
}
