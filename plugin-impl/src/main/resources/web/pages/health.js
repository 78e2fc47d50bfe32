// How the plugin itself is, for who looks after it: a calm list with what to do.
import { html, nothing } from 'lit-html';
import { icon } from '../icons.js';
import { moment, t } from '../texts.js';

const SIGNS = { OK: ['done', 'check'], WARN: ['late', 'alert'], CRITICAL: ['error', 'alert'] };

function row({ label, level, state, todo }) {
  const [colour, sign] = SIGNS[level];
  return html`<li class="mc-health"><p><b>${label}</b></p><p><span class="mc-state" data-state=${colour}>${icon(sign)}${t(`health.${level}`)}</span></p>
    <p>${state}</p>${todo ? html`<p class="mc-small mc-subtle">${t('health.do')} ${todo}</p>` : nothing}</li>`;
}

/** Nothing for who does not look after the plugin; what is not well comes first. */
export function healthOf(health) {
  if (!health) {
    return nothing;
  }
  const order = ['CRITICAL', 'WARN', 'OK'];
  const parts = [...health.parts].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return html`<section class="mc-part" aria-labelledby="stand"><h2 id="stand">${t('health.title')}</h2>
    <p class="mc-small mc-subtle">${t('health.asOf', { moment: moment(health.asOf) })}</p><ul class="mc-rows">${parts.map(row)}</ul></section>`;
}
