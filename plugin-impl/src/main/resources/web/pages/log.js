// Who looked at the dossier and did what: all of it for the head, for others what they did themselves.
import { html, nothing } from 'lit-html';
import { readLog } from '../api.js';
import { icon } from '../icons.js';
import { context, repaint } from '../store.js';
import { date, dayOf, maybe, t, time } from '../texts.js';

/** What was read, for which version of the dossier; null as long as nothing was. */
let known = null;
let failed = false;
const only = { who: '', from: '', until: '' };

async function load(version) {
  known = { version, log: known?.log ?? null };
  try {
    known = { version, log: await readLog() };
    failed = false;
  } catch {
    failed = true;
  }
  repaint();
}

const again = () => load(context.view.dossier?.version ?? 0);

const about = (line) => maybe(`entry.${line.about}`) ?? maybe(`log.about.${line.about}`) ?? line.about;

const shown = (line) =>
  (only.who === '' || line.who === only.who) && (only.from === '' || dayOf(line.at) >= only.from) && (only.until === '' || dayOf(line.at) <= only.until);

const choose = (name) => (event) => {
  only[name] = event.target.value;
  repaint();
};

function choices(log) {
  const names = [...new Set(log.lines.map((line) => line.who))].filter(Boolean).sort();
  const dayField = (name) => html`<p><label class="mc-label" for="log-${name}">${t(`log.${name}`)}</label><br><input class="mc-input mc-input--date" id="log-${name}" type="date" .value=${only[name]} @change=${choose(name)}></p>`;
  return html`<div class="mc-filter" role="group" aria-label=${t('log.show')}>
    ${log.everybody ? html`<p><label class="mc-label" for="log-who">${t('log.who')}</label><br><select class="mc-input" id="log-who" @change=${choose('who')}><option value="">${t('log.anybody')}</option>${names.map((name) => html`<option value=${name} ?selected=${name === only.who}>${name}</option>`)}</select></p>` : nothing}
    ${dayField('from')}${dayField('until')}</div>`;
}

const row = (line) => html`<tr data-deed=${line.deed}><td>${date(line.at)} ${time(line.at)}</td><td>${line.who || t('log.nobody')}</td><td>${t(`log.deed.${line.deed}`)}: ${about(line)}</td></tr>`;

function content() {
  const version = context.view.dossier?.version ?? 0;
  if (known?.version !== version) {
    load(version);
  }
  if (failed) {
    return html`<div class="mc-notice mc-notice--warning" role="alert">${icon('offline')}<div><p><b>${t('log.failed')}</b></p><p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${again}>${t('load.again')}</button></p></div></div>`;
  }
  const log = known?.log ?? null;
  if (log === null) {
    return html`<p class="mc-subtle" role="status">${t('load.busy')}</p>`;
  }
  const lines = log.lines.filter(shown);
  const heads = ['when', 'who', 'deed'].map((name) => html`<th scope="col">${t(`log.head.${name}`)}</th>`);
  return html`${choices(log)}<p class="mc-subtle" role="status">${t('log.count', { count: lines.length })}${log.cut ? html` ${t('log.cut')}` : nothing}</p>
    <table class="mc-table"><thead><tr>${heads}</tr></thead><tbody>${lines.map(row)}</tbody></table>`;
}

export function logPage() {
  return html`<div class="mc-page__title"><h1>${t('tab.logboek')}</h1><p>${t(known?.log?.everybody === false ? 'log.lead.own' : 'log.lead')}</p></div>
    <section class="mc-part">${content()}</section>`;
}
