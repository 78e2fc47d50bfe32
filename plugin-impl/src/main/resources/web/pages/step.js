// The page of one step: what it is for, what is missing, what can be recorded, what was recorded.
import { html, nothing } from 'lit-html';
import { stepOfTab } from '../frame.js';
import { icon } from '../icons.js';
import { context, entriesNewestFirst, may } from '../store.js';
import { t } from '../texts.js';
import { emergencyPart } from './emergency.js';
import { entryView } from './entries.js';
import { missingInStep } from './findings.js';
import { helpOf } from './help.js';
import { openers, whoMay } from './openers.js';
import { partnersOf } from './partners.js';

const FIRST = { signalen: 'Signal' };
const ELSEWHERE = { signalen: ['EmergencyAction', 'ManagementResponse', 'DossierOpened', 'HandoverAccepted', 'ChildConversation'], beslissen: ['Closure', 'Reopening'], overleg: ['StepWaiver', 'TeamMemberAdded', 'TeamMemberRemoved', 'ConflictOfInterest'] };
const MANAGEMENT = { wegen: 'WEIGH', beslissen: 'DECIDE', 'na-melding': 'FOLLOW_UP' };

/** What was recorded in this step, newest first. */
export function recordedIn(tab, skip = []) {
  const step = stepOfTab(tab);
  const entries = entriesNewestFirst().filter((entry) => (entry.step === step || (entry.step === null && ELSEWHERE[tab]?.includes(entry.kind))) && !skip.includes(entry.kind));
  return html`<section class="mc-part" aria-labelledby="vastgelegd"><h2 id="vastgelegd">${t('recorded.title')}</h2>
    ${entries.length ? html`<div class="mc-entries">${entries.map(entryView)}</div>` : html`<p class="mc-subtle">${t('recorded.nothing')}</p>`}</section>`;
}

/** For whom the step belongs to IB and head: who does it, and what is known of it. */
function readOnly() {
  const { conclusion: known } = context.view.dossier ?? {};
  return html`<div class="mc-notice">${icon('eye')}<div><p><b>${t(`who.${MANAGEMENT[context.tab]}`)}</b></p><p>${t('readOnly.explain')}</p></div></div>
    ${known ? html`<dl class="mc-facts"><dt>${t('conclusion.title')}</dt><dd>${known}</dd></dl>` : recordedIn(context.tab)}`;
}

const reported = () => entriesNewestFirst().some((entry) => entry.kind === 'VeiligThuisReport');

export function stepPage() {
  const { tab } = context;
  const management = MANAGEMENT[tab] && !may(MANAGEMENT[tab]);
  return html`<div class="mc-page__title"><h1>${t(`page.${tab}.title`)}</h1><p>${t(`page.${tab}.lead`)}</p></div>${helpOf(tab)}${partnersOf(tab)}
    ${management ? readOnly() : html`${tab === 'na-melding' && !reported() ? html`<p class="mc-subtle">${t('after.none')}</p>` : missingInStep(stepOfTab(tab))}${openers(tab, { first: FIRST[tab] ?? null })}${whoMay(tab)}${recordedIn(tab)}`}${tab === 'na-melding' ? emergencyPart() : nothing}`;
}
