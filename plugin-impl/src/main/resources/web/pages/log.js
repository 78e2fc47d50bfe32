// Who looked at the dossier and did what: all of it for the head, for others what they did themselves.
import { html, nothing } from 'lit-html';
import { readLog } from '../api.js';
import { repaint } from '../store.js';
import { date, dayOf, maybe, t, time } from '../texts.js';
import { beside } from './beside.js';

const read = beside(readLog, 'log.failed');
const only = { who: '', from: '', until: '' };
/** Who looked, for parents who ask: functions instead of names, and nothing that did not come about (C.7). */
let forParents = false;
const TOLD = ['READ', 'DOWNLOAD', 'EMERGENCY', 'RECORDED'];

const about = (line) => maybe(`entry.${line.about}`) ?? maybe(`log.about.${line.about}`) ?? line.about;

const shown = (line) =>
  (!forParents || TOLD.includes(line.deed)) && (only.who === '' || line.who === only.who) && (only.from === '' || dayOf(line.at) >= only.from) && (only.until === '' || dayOf(line.at) <= only.until);

const choose = (name) => (event) => {
  only[name] = event.target.value;
  repaint();
};

function choices(log) {
  const names = [...new Set(log.lines.map((line) => line.who))].filter(Boolean).sort();
  const dayField = (name) => html`<p><label class="mc-label" for="log-${name}">${t(`log.${name}`)}</label><br><input class="mc-input mc-input--date" id="log-${name}" type="date" .value=${only[name]} @change=${choose(name)}></p>`;
  return html`<div class="mc-filter" role="group" aria-label=${t('log.show')}>
    ${log.everybody && !forParents ? html`<p><label class="mc-label" for="log-who">${t('log.who')}</label><br><select class="mc-input" id="log-who" @change=${choose('who')}><option value="">${t('log.anybody')}</option>${names.map((name) => html`<option value=${name} ?selected=${name === only.who}>${name}</option>`)}</select></p>` : nothing}
    ${dayField('from')}${dayField('until')}${log.everybody ? html`<p><label class="mc-choice"><input type="checkbox" id="log-parents" .checked=${forParents} @change=${(event) => {
      forParents = event.target.checked;
      only.who = '';
      repaint();
    }}><span>${t('log.parents')}</span></label></p>` : nothing}</div>`;
}

const who = (line) => (forParents ? (maybe(`role.${line.role}`) ?? t('log.staff')) : line.who || t('log.nobody'));

const row = (line) => html`<tr data-deed=${line.deed}><td>${date(line.at)} ${time(line.at)}</td><td>${who(line)}</td><td>${t(`log.deed.${line.deed}`)}: ${about(line)}</td></tr>`;

function content(log) {
  const lines = log.lines.filter(shown);
  const heads = ['when', 'who', 'deed'].map((name) => html`<th scope="col">${t(`log.head.${name}`)}</th>`);
  return html`${choices(log)}<p class="mc-subtle" role="status">${t('log.count', { count: lines.length })}${log.cut ? html` ${t('log.cut')}` : nothing}</p>
    <table class="mc-table"><thead><tr>${heads}</tr></thead><tbody>${lines.map(row)}</tbody></table>`;
}

export function logPage() {
  return html`<div class="mc-page__title"><h1>${t('tab.logboek')}</h1><p>${t(read.now()?.everybody === false ? 'log.lead.own' : 'log.lead')}</p></div>
    <section class="mc-part">${read.content(content)}</section>`;
}
