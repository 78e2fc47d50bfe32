// The answer of a guardian to the latest version: on this screen, on paper, or why it did not work.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { timeOfDay, today } from '../clock.js';
import { fieldView, formFrame, kept, outcome } from '../forms/form.js';
import { fault, idOf, input } from '../forms/fields.js';
import { close, isOpen, recording } from '../forms/recording.js';
import { isSending } from '../forms/upload.js';
import { repaint } from '../store.js';
import { date, dayOf, maybe, t } from '../texts.js';

const WAYS = { screen: 'ON_SCREEN', paper: 'PAPER', none: 'NONE' };

const SEEN = ['GEZIEN', 'ONDERTEKEND'];

let chosen = null;

/** Whether it is the pupil who answers, being 16 or older. */
export const isPupil = (one) => !one.relation;

/** Who has not seen or signed this version; a pupil may always come back on what the parents may see. */
export const openGuardians = (version) => version.guardians.filter((one) => isPupil(one) || !SEEN.includes(one.status));

const suffixOf = (version, guardian) => `${version.id}.${guardian.id}`;

const formName = (version, guardian) => `Acknowledgement.${suffixOf(version, guardian)}`;

/** What was recorded last for this version, if anything just was. */
export function justSigned(version) {
  const done = version.guardians.filter((one) => isOpen(formName(version, one))).map((one) => formOf(version, one)).filter((form) => form.recorded !== null);
  const [last] = done.sort((a, b) => b.recorded.recordedAt.localeCompare(a.recorded.recordedAt));
  return last === undefined ? nothing : outcome(last);
}

/** Brings the panel to this guardian. */
export function sign(version, guardian) {
  chosen = guardian.id;
  if (formOf(version, guardian).recorded !== null) {
    close(formName(version, guardian));
  }
  repaint();
  requestAnimationFrame(() => document.querySelector('.mc-sign [role="tab"][aria-selected="true"]')?.focus());
}

const plain = (code) => (code ?? '').replaceAll(/\s/g, '').toUpperCase();

/** The form of one guardian; on paper the code must be that of this very version. */
function formOf(version, guardian) {
  const preset = { report: version.id, documentSha256: version.sha256, guardian: guardian.id, method: 'ON_SCREEN', ...(isPupil(guardian) ? { _pupil: true } : {}) };
  const form = recording('Acknowledgement', { suffix: suffixOf(version, guardian), preset });
  form.check = () => {
    // What was sent without an answer may be recorded, and is told from a second answer by being the same.
    if (form.value('method') === 'ON_SCREEN' && !form.unanswered) {
      Object.assign(form.model, { on: today(), at: timeOfDay() });
    }
    if (isSending(form)) {
      return [{ path: 'sheet', text: t('upload.wait') }];
    }
    const wrong = form.value('method') === 'PAPER' && plain(form.value('code')) !== plain(version.code);
    return wrong ? [{ path: 'code', text: t('fault.code.differs') }] : [];
  };
  return form;
}

const field = (form, name) => form.kind.fields.find((one) => one.name === name);

function statusChoice(form, legend, values, words) {
  const option = (value, at) => {
    const hint = maybe(`${words}.${value}.hint`);
    return html`<label class="mc-choice"><input type="radio" id=${at === 0 ? idOf(form, 'status') : nothing} name=${idOf(form, 'status')} value=${value}
      .checked=${live(form.value('status') === value)} @change=${() => form.change('status', value)}><span>${t(`${words}.${value}`, { name: form.guardianName })}${hint === null ? nothing : html`<small>${hint}</small>`}</span></label>`;
  };
  return html`<fieldset class="mc-field" data-field="status"><legend>${legend}</legend><div class="mc-choices mc-choices--list">${values.map(option)}</div>${fault(form, 'status')}</fieldset>`;
}

const mayParents = (form) => (form.value('_pupil') ? fieldView(form, field(form, 'guardiansMaySee')) : nothing);

const PANELS = {
  screen: (form, version, name) => html`${statusChoice(form, t('sign.choose', { name }), SEEN, 'choice.status')}
    ${fieldView(form, field(form, 'guardianView'))}${mayParents(form)}${form.value('status') === 'ONDERTEKEND' ? fieldView(form, field(form, 'signedName')) : nothing}`,
  paper: (form, version, name) => html`<ol><li>${t('sign.paper.one', { nr: version.number })}</li><li>${t('sign.paper.two', { name })}</li><li>${t('sign.paper.three')}</li></ol>
    <div class=${`mc-field${form.faultAt('code') === null ? '' : ' mc-field--invalid'}`} data-field="code"><label for=${idOf(form, 'code')}>${t('form.Acknowledgement.code')}</label>${input(form, 'code', { size: 'mc-input--short', describes: `${idOf(form, 'code')}-hint` })}
      ${fault(form, 'code')}<p class="mc-hint" id=${`${idOf(form, 'code')}-hint`}>${t('form.Acknowledgement.code.hint')}</p></div>
    ${fieldView(form, field(form, 'sheet'))}
    ${statusChoice(form, t('sign.chosen', { name }), SEEN, 'choice.status')}${fieldView(form, { ...field(form, 'guardianView'), label: 'sign.paper.view' })}${mayParents(form)}${fieldView(form, field(form, 'on'))}`,
  none: (form) => html`${statusChoice(form, t('sign.happened'), ['GEWEIGERD', 'NIET_BEREIKT'], 'sign')}
    ${form.value('status') === 'NIET_BEREIKT' ? fieldView(form, field(form, 'attempts')) : nothing}${fieldView(form, field(form, 'note'))}${fieldView(form, field(form, 'on'))}`,
};

/** Arrows move between the ways, Home and End jump. */
function move(event, choose) {
  const ways = Object.keys(WAYS);
  const at = ways.indexOf(event.target.dataset.way);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ways.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    const way = ways[(to + ways.length) % ways.length];
    choose(way);
    requestAnimationFrame(() => document.querySelector(`.mc-sign [data-way="${way}"]`)?.focus());
  }
}

function ways(form, now, choose) {
  const one = (way) => html`<button type="button" role="tab" id=${`tab-${way}`} data-way=${way} aria-controls="panel-sign" aria-selected=${way === now} tabindex=${way === now ? nothing : '-1'}
    @click=${() => choose(way)} @keydown=${(event) => move(event, choose)}>${t(`sign.${way}`)}</button>`;
  return html`<div class="mc-segments" role="tablist" aria-label=${t('sign.how', { name: form.guardianName })}>${Object.keys(WAYS).map(one)}</div>`;
}

function whose(form, open) {
  return open.length < 2 ? nothing : html`<fieldset><legend class="mc-label">${t('sign.whose')}</legend><div class="mc-choices">${open.map((one) => html`<label class="mc-choice"><input type="radio" name="whose" value=${one.id}
    .checked=${live(form.value('guardian') === one.id)} @change=${() => { chosen = one.id; repaint(); }}>${one.name}</label>`)}</div></fieldset>`;
}

/** The panel beside the report. */
export function signPanel(version) {
  const open = openGuardians(version);
  const done = (one) => isOpen(formName(version, one)) && formOf(version, one).recorded !== null;
  const guardian = open.find((one) => one.id === chosen && !done(one)) ?? open.find((one) => one.status === 'AANGEBODEN');
  if (guardian === undefined) {
    return nothing;
  }
  const form = formOf(version, guardian);
  form.guardianName = guardian.name;
  const now = Object.keys(WAYS).find((way) => WAYS[way] === form.value('method'));
  const choose = (way) => {
    if (form.sending) {
      return;
    }
    form.faults = [];
    form.model.status = undefined;
    form.change('method', WAYS[way]);
  };
  return html`<section class="mc-sign" aria-labelledby="reactie"><div><h3 id="reactie">${t('sign.title', { name: guardian.name })}</h3>
    <p class="mc-subtle">${t('sign.of', { nr: version.number, date: date(dayOf(version.recordedAt)) })}</p></div>
    ${whose(form, open)}${ways(form, now, choose)}
    <div role="tabpanel" id="panel-sign" aria-labelledby=${`tab-${now}`}>${formFrame(form, html`${PANELS[now](form, version, guardian.name)}
      <div><div class="mc-actions"><button class="mc-button mc-button--primary" type="submit" aria-disabled=${form.sending ? 'true' : nothing}>${t(now === 'none' ? 'sign.button.none' : 'form.Acknowledgement.button')}</button><span class="mc-small mc-subtle">${t('sign.final')}</span></div>
      <p class="mc-small" role="status">${form.saved.state === 'none' && !form.sending ? nothing : kept(form)}</p></div>`)}</div></section>`;
}
