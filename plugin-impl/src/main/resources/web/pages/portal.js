// The parents' portal of the host: shows a report there on purpose only, and takes it out again.
import { html, nothing } from 'lit-html';
import { formView, outcome } from '../forms/form.js';
import { close, isOpen, recording } from '../forms/recording.js';
import { state } from '../icons.js';
import { may, repaint } from '../store.js';
import { date, dayOf, t } from '../texts.js';

function opener(version, portal) {
  const name = `ReportReleased.${version.id}`;
  const form = () => recording('ReportReleased', { suffix: version.id, preset: { report: version.id, portal } });
  const open = () => {
    close(name);
    form();
    repaint();
  };
  const last = isOpen(name) ? form() : null;
  if (last !== null && last.recorded === null) {
    return formView(last, () => close(name));
  }
  return html`${last === null ? nothing : outcome(last)}<p class="mc-actions"><button class="mc-button mc-button--secondary mc-small" type="button" @click=${open}>${t(`form.ReportReleased.open.${portal}`)}</button></p>`;
}

/** Whether parents find the version in their portal, and what can be done about it. */
export function portalOf(version) {
  const { release, latest, delivery } = version;
  const shown = release?.shown === true;
  const offered = shown || (latest && delivery?.state === 'STORED');
  const mayChange = may('RELEASE_REPORT') && offered;
  const waiting = release && release.delivery.state !== 'STORED';
  const said = shown ? (waiting ? 'SHOWING' : 'SHOWN') : release?.ended ? 'ENDED' : waiting ? 'HIDING' : 'HIDDEN';
  const words = release ? t(`portal.${said}`, { name: release.author, date: date(dayOf(release.recordedAt)) }) : t('portal.never');
  const waits = waiting ? html` ${state(release.delivery.state.toLowerCase(), t(`delivery.${release.delivery.state}`))} <span class="mc-subtle">${release.delivery.message}</span>` : nothing;
  return release || mayChange ? html`<div class="mc-part" data-portal=${version.id}><p class="mc-small">${words}${waits}</p>${mayChange ? opener(version, shown ? 'HIDDEN' : 'SHOWN') : nothing}</div>` : nothing;
}
