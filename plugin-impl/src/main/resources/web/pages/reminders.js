// Whether the reader is reminded by mail that there is something to do; only where the school sends such mails.
import { html, nothing } from 'lit-html';
import { readReminder, wantReminder } from '../api.js';
import { repaint } from '../store.js';
import { t } from '../texts.js';

let now = { offered: false, wanted: false };
let failed = false;

/** What is not known is not offered. */
export async function readReminderSetting() {
  now = await readReminder().catch(() => ({ offered: false, wanted: false }));
}

async function choose(event) {
  failed = false;
  try {
    now = await wantReminder(event.target.checked);
  } catch {
    event.target.checked = now.wanted;
    failed = true;
  }
  repaint();
}

export const reminderSetting = () => (now.offered
  ? html`<section class="mc-part" aria-labelledby="herinneren"><h2 id="herinneren">${t('reminders.title')}</h2><div><p>${t('reminders.explain')}</p>
    <p><label><input type="checkbox" data-reminders ?checked=${now.wanted} @change=${choose}> ${t('reminders.wanted')}</label></p>${failed ? html`<p role="alert">${t('work.failed')}</p>` : nothing}</div></section>`
  : nothing);
