// What every page has in the same place: pupil, danger line, steps, print line.
import { html, nothing } from 'lit-html';
import { icon } from './icons.js';
import { fullDate, maybe, moment, t } from './texts.js';
import { context, entriesNewestFirst, may, repaint, tabHref } from './store.js';
import { askedAbove, earlierAtHand } from './pages/dossiers.js';
import { emergencyAbove } from './pages/emergency.js';
import { practiceAbove } from './pages/practice.js';

const TAB_OF_STEP = { signals: 'signalen', consultation: 'overleg', parents: 'ouders', weighing: 'wegen', decision: 'beslissen', 'after-report': 'na-melding' };
/** What follows a report has no number. */
const AFTER = 'after-report';
const SIGN_OF_STATE = { done: 'check', doing: 'doing', late: 'clock', reason: 'skip', after: 'back' };

export const stepOfTab = (tab) => Object.keys(TAB_OF_STEP).find((step) => TAB_OF_STEP[step] === tab) ?? null;

export const tabOfStep = (step) => TAB_OF_STEP[step] ?? 'overzicht';

function head() {
  const { pupil, dossier, hidden } = context.view;
  const facts = [pupil.groupName, pupil.age === undefined || pupil.age === null ? null : t('head.age', { age: pupil.age })].filter(Boolean).join(' · ');
  const since = dossier?.openedOn ? t('head.since', { date: fullDate(dossier.openedOn) }) : '';
  const toSignal = !hidden && may('SIGNAL') && context.tab !== 'signalen';
  return html`<header class="mc-head">
    <div class="mc-head__who">
      <p class="mc-head__name">${pupil.name}</p>
      <p class="mc-head__facts"><span class="mc-head__id">${facts}${since ? ' · ' : ''}</span><span class="mc-head__since">${since}</span></p>
    </div>
    <div class="mc-head__tools"><button class="mc-button" type="button" @click=${() => setTalking(true)}>${t('talking.on')}</button>${toSignal ? html`<a class="mc-button mc-button--secondary" href=${tabHref('signalen', '#Signal')}>${icon('plus')}${t('signal.record')}</a>` : nothing}</div>
  </header>`;
}

const tab = (name) => html`<li><a href=${tabHref(name)} aria-current=${context.tab === name ? 'page' : nothing}>${t(`tab.${name}`)}</a></li>`;

function tabs() {
  const { dossier, hidden, asked } = context.view;
  return html`<nav class="mc-tabs" aria-label=${t('nav.dossier')}>
    <ul>${hidden ? nothing : tab('overzicht')}${(dossier !== null || asked) && may('READ_LINKS') ? tab('koppelingen') : nothing}${dossier !== null ? tab('logboek') : nothing}</ul>
    <p class="mc-urgent">${t('urgent.call')} <a href="tel:112">112</a> ${t('urgent.or')} <a href="tel:08002000">0800-2000</a>
      ${may('EMERGENCY') ? html`<span aria-hidden="true">·</span> <a href=${tabHref('signalen', '#EmergencyAction')}>${t('urgent.record')}</a>` : nothing}</p>
  </nav>`;
}

function step(one, index) {
  const sign = SIGN_OF_STATE[one.state];
  const detail = one.detail && context.tab === 'overzicht' ? html`<span class="mc-step__detail">${one.detail}</span>` : nothing;
  return html`<li class="mc-step" data-state=${one.state} data-step=${one.id}>
    <a href=${tabHref(tabOfStep(one.id))} aria-current=${stepOfTab(context.tab) === one.id ? 'page' : nothing}>
      <span class="mc-step__node" aria-hidden="true">${sign ? icon(sign) : one.id === AFTER ? '' : index + 1}</span>
      <span class="mc-step__name"><span class="mc-step__nr">${one.id === AFTER ? '' : `${index + 1} `}</span>${t(`step.${one.id}`)}</span>
      <span class="mc-step__word">${t(`state.${one.state}`)}</span>${detail}
    </a>
  </li>`;
}

function steps() {
  const { dossier } = context.view;
  return dossier === null ? nothing : html`<nav class="mc-steps" aria-label=${t('nav.steps')}><ol>${dossier.steps.map(step)}</ol></nav>`;
}

function stale() {
  const { hostStale, asOf } = context.view;
  return hostStale
    ? html`<div class="mc-page mc-page--trouble"><div class="mc-notice" role="status">${icon('wait')}<div><p><b>${t('host.stale')}</b></p><p>${t('host.asOf', { moment: moment(asOf) })}</p></div></div></div>`
    : nothing;
}

/** What Veilig Thuis refuted stands above everything that was written before (S6.2). */
function refuted() {
  const last = entriesNewestFirst().find((entry) => entry.kind === 'VeiligThuisConclusion')?.content;
  return last?.conclusion === 'REFUTED'
    ? html`<div class="mc-page mc-page--trouble"><div class="mc-notice">${icon('check')}<div><p><b>${t('after.refuted.title')}</b></p><p>${t('after.refuted.explain', { day: fullDate(last.on) })}</p></div></div></div>`
    : nothing;
}

/** Where the pupil is no longer under this name at the school, a person decides what becomes of the dossier. */
function gone() {
  const { pupil, dossier } = context.view;
  return pupil.standing === 'PRESENT' || dossier === null || dossier.state === 'CLOSED'
    ? nothing
    : html`<div class="mc-page mc-page--trouble"><div class="mc-notice" role="status">${icon('back')}<div><p><b>${t(`standing.${pupil.standing}`)}</b></p><p>${t(`standing.${pupil.standing}.do`)}</p></div></div></div>`;
}

/** With parents at the screen nothing of this is shown, until somebody says so (C.3). A host that opens
    the tab anew shows it again: browsers that block cookies of others keep nothing else for a frame. */
export const isTalking = () => history.state?.talking === true;

function setTalking(on) {
  history.replaceState({ talking: on }, '');
  repaint();
}

export const nothingToSee = () => html`<main class="mc-page mc-empty"><p class="mc-subtle">${t('talking.empty')}</p>
  <p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${() => setTalking(false)}>${t('talking.off')}</button></p></main>`;

/** The page around its own part. */
export function frame(part) {
  const { me } = context.view;
  return html`<a class="mc-skip" href="#inhoud">${t('nav.skip')}</a>${practiceAbove()}${head()}${tabs()}${steps()}${emergencyAbove()}${askedAbove()}${earlierAtHand()}${refuted()}${gone()}${stale()}
    <main id="inhoud" class="mc-page" tabindex="-1">${part}</main>
    <footer class="mc-foot mc-print-only">${t('print.line', { name: me.name, moment: moment(context.readAt) })}</footer>`;
}

/** Quiet lines while the dossier is on its way, as high as what comes. */
export const ghost = (slow) => html`<div class="mc-page" aria-busy="true"><p class="mc-hidden" role="status">${maybe('load.busy') ?? nothing}</p>
  <span class="mc-ghost mc-ghost--title"></span><span class="mc-ghost"></span><span class="mc-ghost"></span><span class="mc-ghost mc-ghost--half"></span>
  ${slow ? html`<p class="mc-small mc-subtle" role="status">${maybe('load.slow') ?? nothing}</p>` : nothing}</div>`;
