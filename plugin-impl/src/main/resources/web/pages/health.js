// How the plugin itself is, for who looks after it: a calm list with what to do.
import { html, nothing } from 'lit-html';
import { moment, t } from '../texts.js';

const row = (one) => html`<li><p><b>${one.label}</b> <span class="mc-subtle">${t(`health.${one.level}`)}</span><br>${one.state}${one.todo ? html`<br>${t('health.do')} ${one.todo}` : nothing}</p></li>`;

/** Nothing for who does not look after the plugin; what is not well comes first. */
export function healthOf(health) {
  if (!health) {
    return nothing;
  }
  const order = ['CRITICAL', 'WARN', 'OK'];
  const parts = [...health.parts].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return html`<section class="mc-part" aria-labelledby="stand"><h2 id="stand">${t('health.title')}</h2>
    <p class="mc-small mc-subtle">${t('health.asOf', { moment: moment(health.asOf) })}</p><ul class="mc-plain">${parts.map(row)}</ul></section>`;
}
