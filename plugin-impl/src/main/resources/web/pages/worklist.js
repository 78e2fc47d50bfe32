// What the reader has to do at the school, over all pupils: late first, then by day. Each row leads to its pupil.
import { html, nothing } from 'lit-html';
import { openFromWorkList, readWorkList } from '../api.js';
import { icon, stateIcon } from '../icons.js';
import { context, reload, repaint, tabHref } from '../store.js';
import { day, t } from '../texts.js';
import { practiceDoor } from './practice.js';
import { readReminderSetting, reminderSetting } from './reminders.js';

const GROUPS = ['LATE', 'TODAY', 'THIS_WEEK', 'LATER'];
const STEPS = ['signals', 'consultation', 'parents', 'weighing', 'decision', 'after-report', null];
/** More than somebody reads at once; the rest comes by asking. */
const AT_ONCE = 100;

let filter = 'all';
let failed = false;
const more = {};

/** Reads it in place of a dossier. */
export async function readWorkListPage() {
  [context.view] = await Promise.all([readWorkList(), readReminderSetting()]);
  failed = false;
}

/** To the pupil, in this same frame; what is no longer there is not listed any more either. */
async function open(row) {
  try {
    context.id = (await openFromWorkList(row.dossier)).context;
    location.assign(tabHref(row.tab));
  } catch (refusal) {
    await (refusal.status === 404 ? reload() : null);
    failed = true;
    repaint();
  }
}

const stepName = (step) => (step === null ? t('work.other') : t(`step.${step}`));

const about = (row) => [row.pupil, row.group, row.agreed ? t('work.agreed') : row.step === null ? null : stepName(row.step)].filter(Boolean).join(' · ');

const STATE_OF = { LATE: 'late', LATER: 'later' };

function when(row) {
  if (row.dueOn === null) {
    return t('due.none');
  }
  return html`${t(row.when === 'LATE' ? 'work.was' : 'work.by')} <b>${day(row.dueOn, 'short')}</b>`;
}

function task(row) {
  const state = STATE_OF[row.when] ?? 'missing';
  return html`<li class="mc-task" data-state=${state} data-dossier=${row.dossier}>${stateIcon(state)}
    <div><button class="mc-button mc-button--link" type="button" @click=${() => open(row)}>${row.sentence}<span class="mc-hidden"> ${t('work.open', { name: row.pupil })}</span></button>
    <p class="mc-task__about">${about(row)}</p></div>
    <p class="mc-task__when">${when(row)}</p></li>`;
}

function showMore(name) {
  more[name] = (more[name] ?? AT_ONCE) + AT_ONCE;
  repaint();
}

function group(name, rows) {
  const here = rows.filter((row) => row.when === name);
  const shown = here.slice(0, more[name] ?? AT_ONCE);
  return here.length
    ? html`<div class="mc-group" data-when=${name}><h3>${t(`work.${name}`)} <span>${t(here.length === 1 ? 'work.one' : 'work.count', { count: here.length })}</span></h3><ul class="mc-rows">${shown.map(task)}</ul>
      ${shown.length < here.length ? html`<p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${() => showMore(name)}>${t('work.more', { count: here.length - shown.length })}</button></p>` : nothing}</div>`
    : nothing;
}

function filters(rows) {
  const used = STEPS.filter((step) => rows.some((row) => row.step === step));
  const chip = (one, text, count) => html`<button class="mc-chip" type="button" aria-pressed=${filter === one} @click=${() => {
    filter = one;
    repaint();
  }}>${text} (${count})</button>`;
  return used.length > 1
    ? html`<div class="mc-filter" role="group" aria-label=${t('chronology.show')}>${chip('all', t('chronology.all'), rows.length)}${used.map((step) => chip(step, stepName(step), rows.filter((row) => row.step === step).length))}</div>`
    : nothing;
}

const notice = (sign, text) => html`<div class="mc-notice" role="status">${icon(sign)}<div><p>${text}</p></div></div>`;

/** Whom it is about cannot be read, so it is named by its mark. */
const damaged = (marks) => (marks.length
  ? html`<div class="mc-group" data-damaged><h3>${t('work.damaged')}</h3><ul class="mc-rows">${marks.map((mark) => html`<li class="mc-task" data-state="late">${icon('alert')}<div><p><b>${t('work.damaged.one')}</b></p><p class="mc-task__about">${t('work.damaged.do')}</p></div><p class="mc-task__when">${t('work.damaged.mark')} <code>${mark.slice(0, 8)}</code></p></li>`)}</ul></div>`
  : nothing);

const empty = () => html`<div class="mc-part mc-empty"><p><b>${t('work.nothing')}</b></p><p class="mc-subtle">${t('work.nothing.explain')}</p></div>`;

function list({ rows, damaged: marks }) {
  const known = filter === 'all' || rows.some((row) => row.step === filter);
  const shown = known && filter !== 'all' ? rows.filter((row) => row.step === filter) : rows;
  return html`${rows.length ? filters(rows) : empty()}${damaged(marks)}${GROUPS.map((name) => group(name, shown))}`;
}

export function workListPage() {
  const { view } = context;
  return html`<main id="inhoud" class="mc-page" tabindex="-1"><div class="mc-page__title"><h1>${t('work.title')}</h1><p>${view.school} · ${day(view.today)}</p>
    <p class="mc-urgent">${t('urgent.call')} <a href="tel:112">112</a> ${t('urgent.or')} <a href="tel:08002000">0800-2000</a></p></div>
    ${failed ? notice('offline', t('work.failed')) : nothing}${view.unanswered ? notice('wait', t('work.unanswered', { count: view.unanswered })) : nothing}
    <section aria-labelledby="taken"><h2 id="taken" class="mc-hidden">${t('work.tasks')}</h2>${list(view)}</section>${practiceDoor()}${reminderSetting()}</main>`;
}
