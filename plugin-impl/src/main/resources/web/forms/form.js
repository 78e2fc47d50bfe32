// One form on the page: faults first, then the fields, then the bar that says what is kept and what is not.
import { html, nothing } from 'lit-html';
import { icon, state } from '../icons.js';
import { day, maybe, t, time } from '../texts.js';
import { context, tabHref } from '../store.js';
import { FIELDS, idOf, labelOf } from './fields.js';
import { INVOLVED } from './involved.js';
import { observations } from './observations.js';
import { LISTS } from './lists.js';
import { asked } from './model.js';
import { SHEETS } from './sheets.js';
import { signals } from './school.js';
import { file } from './upload.js';

const TYPES = { ...FIELDS, ...LISTS, ...SHEETS, ...INVOLVED, file, observations, signals };

/** A field by its description. */
export const fieldView = (form, field) => TYPES[field.type](form, field);

const lowered = (text) => text.charAt(0).toLowerCase() + text.slice(1);

function faultLine(form, { path, text }) {
  const field = form.kind.fields.find((one) => path === one.name || path.startsWith(`${one.name}.`));
  const to = document.getElementById(idOf(form, path)) ? path : (field?.name ?? path);
  const label = field && field.type !== 'hidden' ? labelOf(form, field).replace(/[?:.]$/, '') : null;
  const go = (event) => {
    event.preventDefault();
    const place = document.getElementById(idOf(form, to)) ?? document.querySelector(`[data-form="${form.draftName}"] [data-field="${field?.name}"] :is(input, textarea, select, button)`);
    place?.closest('details')?.setAttribute('open', '');
    place?.focus();
  };
  return html`<li><a href=${`#${idOf(form, to)}`} @click=${go}>${label === null ? text : `${label}: ${lowered(text)}`}</a></li>`;
}

const notice = (form, kind, sign, role, content) => html`<div class=${`mc-notice mc-notice--${kind}`} role=${role} tabindex="-1" data-outcome=${form.draftName} data-recorded=${form.recorded?.id ?? nothing}>${icon(sign)}<div>${content}</div></div>`;

/** What changed meanwhile, beside what is about to be recorded. */
function newer(form) {
  const lines = form.newer.map((entry) => html`<li>${t(`entry.${entry.kind}`)}, ${entry.author.name}, ${time(entry.recordedAt)}</li>`);
  return html`${notice(form, 'warning', 'two', 'alert', html`<p><b>${t('newer.title')}</b></p><p>${t('newer.explain')}</p>`)}
    <div class="mc-versus"><div class="mc-part"><h3>${t('newer.theirs')}</h3><ul class="mc-list">${lines.length ? lines : html`<li>${t('newer.other')}</li>`}</ul></div>
    <div class="mc-part"><h3>${t('newer.mine')}</h3><p>${t('newer.kept')}</p>
    <p class="mc-actions"><button class="mc-button mc-button--primary" type="button" @click=${() => form.submit()}>${t('newer.again')}</button></p></div></div>`;
}

/** What was typed earlier, beside what is typed now: none of it goes until somebody says so. */
function earlier(form) {
  const turn = () => {
    form.faults = [];
    form.turn();
  };
  const stay = () => {
    form.change('_others', undefined);
    requestAnimationFrame(() => document.querySelector(`[data-form="${form.draftName}"] :is(input, textarea, select)`)?.focus());
  };
  return form.others.length === 0 ? nothing : html`<div class="mc-notice" role="status" data-earlier>${icon('two')}<div><p><b>${t('earlier.title')}</b></p><p>${t('earlier.explain')}</p>
    <p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${turn}>${t('earlier.show')}</button><button class="mc-button mc-button--secondary" type="button" @click=${stay}>${t('earlier.stay')}</button></p></div></div>`;
}

/** What came of recording: done, faults, newer entries, a refusal, or no connection. */
export function outcome(form) {
  if (form.recorded !== null) {
    const at = form.recorded.recordedAt;
    return notice(form, 'ok', 'check', 'status', html`<p><b>${t('recorded.at', { day: day(at), time: time(at) })}</b></p>${maybe(form.doneKey) === null ? nothing : html`<p>${t(form.doneKey)}</p>`}${form.left ? html`<p>${t('earlier.left')}</p>` : nothing}
      <p>${context.view.hidden || !context.view.pupil ? nothing : html`<a href=${tabHref('overzicht')}>${t('recorded.toOverview')}</a>`}</p>`);
  }
  if (form.faults.length > 0) {
    return notice(form, 'error', 'alert', 'alert', html`<h3>${t(form.faults.length === 1 ? 'fault.titleOne' : 'fault.title', { count: form.faults.length })}</h3>
      <ul>${form.faults.map((one) => faultLine(form, one))}</ul><p class="mc-small">${t('refused.kept')}</p>`);
  }
  if (form.newer !== null) {
    return newer(form);
  }
  if (form.refusal !== null) {
    const { status, detail } = form.refusal;
    const word = form.refusal.gone ? 'gone.title' : (maybe(`refused.${status}`) === null ? 'refused.other' : `refused.${status}`);
    return notice(form, form.refusal.gone ? 'warning' : 'error', form.refusal.gone ? 'lock' : 'alert', 'alert', html`<p><b>${detail && !form.refusal.gone && !form.refusal.full ? detail : t(word)}</b></p>
      ${form.refusal.faults.length ? html`<ul>${form.refusal.faults.map((one) => html`<li>${one.detail}</li>`)}</ul>` : nothing}<p>${form.refusal.gone ? t('gone.explain') : t('refused.kept')}</p>`);
  }
  return form.saved.state === 'offline'
    ? html`<div class="mc-notice mc-notice--warning" role="status" tabindex="-1" data-outcome=${form.draftName}>${icon('offline')}<div><p><b>${t(form.saved.full ? 'full.title' : 'offline.title')}</b></p><p>${t(form.saved.full ? 'full.explain' : 'offline.explain')}</p></div></div>`
    : nothing;
}

/** What is kept, said once per change. */
export function kept({ saved, sending }) {
  if (sending) {
    return html`<span class="mc-subtle">${t('save.sending')}</span>`;
  }
  const lines = {
    none: () => html`<span class="mc-subtle">${t('save.none')}</span>`,
    typing: () => html`<span class="mc-subtle">${t('save.typing')}</span>`,
    draft: () => html`${state('concept', t('save.draft', { time: time(saved.at) }))}<br><span class="mc-subtle">${t('save.onlyYou')}</span>`,
    offline: () => html`<span class="mc-state" data-state="late">${icon('offline')}${t('save.offline', { time: time(saved.at) })}</span><br><span class="mc-subtle">${t('save.notRecorded')}</span>`,
    gone: () => html`<span class="mc-state" data-state="late">${icon('lock')}${t('gone.title')}</span><br><span class="mc-subtle">${t('save.gone')}</span>`,
  };
  return lines[saved.state]();
}

export const saveBar = (form, button, more = nothing) => html`<div class="mc-savebar">
  <p role="status">${kept(form)}</p>
  <div class="mc-actions">${more}<button class="mc-button mc-button--primary" type="submit" aria-disabled=${form.sending ? 'true' : nothing}>${button}</button></div></div>`;

/** The frame of a form: recording with Enter in a text field and Ctrl, leaving with Escape. */
export const formFrame = (form, content, leave = () => {}) => {
  const submit = (event) => {
    event.preventDefault();
    form.submit();
  };
  const keys = (event) => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      form.submit();
    } else if (event.key === 'Escape') {
      leave();
    }
  };
  return html`<form class="mc-form" data-kind=${form.kindName} data-form=${form.draftName} novalidate @submit=${submit} @keydown=${keys} @focusout=${() => form.keep()}>${outcome(form)}${earlier(form)}${content}</form>`;
};

/** A whole form of a kind. */
export function formView(form, leave) {
  if (form.recorded !== null) {
    return outcome(form);
  }
  const shown = form.kind.fields.filter((field) => asked(field, form.model));
  const folded = shown.filter((field) => field.more);
  return formFrame(form, html`${shown.filter((field) => !field.more).map((field) => fieldView(form, field))}
    ${folded.length ? html`<details><summary>${t(`form.${form.kindName}.more`)}</summary>${folded.map((field) => fieldView(form, field))}</details>` : nothing}
    ${(form.kind.notes ?? []).map((note) => html`<details class="mc-note"><summary>${t(`note.${note}.title`)}</summary><p>${t(`note.${note}.text`)}</p><p><a href=${`#${t(`note.${note}.to`)}`}>${t(`note.${note}.link`)}</a></p></details>`)}
    ${saveBar(form, t(form.buttonKey), leave ? html`<button class="mc-button" type="button" @click=${leave}>${t('form.later')}</button>` : nothing)}`, leave);
}
