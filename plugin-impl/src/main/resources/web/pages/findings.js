// What is still missing: sentence, person, date, and why.
import { html, nothing } from 'lit-html';
import { stateIcon } from '../icons.js';
import { context } from '../store.js';
import { day, t } from '../texts.js';

const stateOf = (finding) => (finding.late ? 'late' : finding.upcoming || finding.severity === 'ADVICE' ? 'later' : 'missing');

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Who may act; marked where the reader is one of them. */
export const whoWord = ({ who, mine }) => (mine ? t('who.you', { name: capital(who) }) : capital(who));

function when(finding) {
  if (!finding.dueOn) {
    return finding.severity === 'ADVICE' ? nothing : t(finding.upcoming ? 'due.later' : 'due.none');
  }
  return finding.late ? html`<b>${t('due.was', { day: day(finding.dueOn, 'short') })}</b>` : t('due.by', { day: day(finding.dueOn, 'short') });
}

export function findingRow(finding, inAdvice = false) {
  const state = stateOf(finding);
  return html`<li class="mc-finding" data-state=${state} data-requirement=${finding.requirement}>${stateIcon(state === 'late' ? 'late' : 'missing')}
    <p>${finding.message}<span class="mc-hidden"> ${t(`state.${state}`)}.</span>${finding.severity === 'ADVICE' && inAdvice !== true ? html` <span class="mc-subtle">${t('finding.advice')}</span>` : nothing}</p>
    <p class="mc-finding__meta"><span>${whoWord(finding)}</span> <span>${when(finding)}</span>${finding.told ? html` <span>${t('due.told', { who: finding.told })}</span>` : nothing}</p>
    ${finding.why ? html`<details class="mc-why"><summary>${t('finding.why')}</summary><p>${finding.why}</p></details>` : nothing}</li>`;
}

const weight = (finding) => (finding.severity === 'ADVICE' ? 2 : finding.upcoming ? 1 : 0);

/** Findings in the order of reading: what is asked now, what comes, what may. */
export const inOrder = (findings) => [...findings].sort((a, b) => weight(a) - weight(b) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));

/** What this step still asks. */
export function missingInStep(step) {
  const { dossier } = context.view;
  const here = inOrder(dossier?.findings.filter((finding) => finding.step === step) ?? []);
  if (dossier === null || dossier.state === 'SIGNALS') {
    return step === 'signals' ? nothing : html`<p class="mc-subtle">${t('missing.notOpen')}</p>`;
  }
  const left = dossier.steps.some((one) => one.id === step && one.state === 'accepted');
  return html`<section class="mc-part" aria-labelledby="ontbreekt"><h2 id="ontbreekt">${t('missing.title')}</h2>
    ${left || here.length === 0 ? html`<p class="mc-subtle">${t(left ? 'missing.left' : 'missing.nothing')}</p>` : nothing}
    ${here.length ? html`<ul class="mc-rows">${here.map((finding) => findingRow(finding))}</ul>` : nothing}</section>`;
}
