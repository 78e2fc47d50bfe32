// Sheets: question left, answer right. An answer that is a concern is called so, nothing else changes.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon, state } from '../icons.js';
import { maybe, t } from '../texts.js';
import { area, fault, grouped, idOf } from './fields.js';
import { nameOf } from '../store.js';
import { criteriaOf, involved, perPupil } from './model.js';

const ANSWERS = ['YES', 'NO', 'UNKNOWN'];
const CONCERN = { I1: 'NO', I2: 'YES', I3: 'NO', I4: 'YES', I5: 'YES', G1: 'NO', G2: 'NO', G3: 'NO', G4: 'NO', G5: 'YES', G6: 'YES' };

const row = (nr, question, answer) => html`<li><div class="mc-sheet__q"><span>${nr}</span>${question}</div><div class="mc-sheet__a">${answer}</div></li>`;

const question = (key) => {
  const hint = maybe(`${key}.hint`);
  return html`<p id=${key.replaceAll('.', '-')}>${t(key)}</p>${hint === null ? nothing : html`<p class="mc-hint">${hint}</p>`}`;
};

/** Yes, no or unknown. */
const answer = (form, path, name, values = ANSWERS) => html`<fieldset><legend class="mc-hidden">${name}</legend><div class="mc-choices">
  ${values.map((value, at) => html`<label class="mc-choice"><input type="radio" id=${at === 0 ? idOf(form, path) : nothing} name=${idOf(form, path)} value=${value}
    .checked=${live(form.value(path) === value)} @change=${() => form.change(path, value)}>${t(`choice.answer.${value}`)}</label>`)}</div></fieldset>${fault(form, path)}`;

const note = (form, path, word) => html`<div class=${form.faultAt(path) === null ? '' : 'mc-field--invalid'}><label class="mc-small" for=${idOf(form, path)}>${word}</label>${area(form, path, { rows: 2 })}${fault(form, path)}</div>`;


function criterionAnswer(form, criterion, base, name) {
  const given = form.value(`${base}.answer`);
  const wantsNote = given === 'UNKNOWN' || given === CONCERN[criterion] || criterion.endsWith('1') || form.value(`${base}.note`);
  return html`<div class="mc-answer">${answer(form, `${base}.answer`, name)}
    ${given === CONCERN[criterion] ? html`<p class="mc-flagword">${icon('flag')}${t('criterion.concern')}</p>` : nothing}</div>
    ${given && wantsNote ? note(form, `${base}.note`, t(given === 'UNKNOWN' ? 'criterion.whyUnknown' : 'criterion.note')) : nothing}`;
}

function criteria(form, field) {
  const one = (criterion) => {
    const base = `${field.name}.${criterion}`;
    const name = t(`criterion.${criterion}`);
    const each = (pupil) => html`<li><span>${nameOf(pupil)}</span><div>${criterionAnswer(form, criterion, `${base}.${pupil}`, `${name} ${nameOf(pupil)}`)}</div></li>`;
    return row(criterion, question(`criterion.${criterion}`), perPupil(criterion, form.model)
      ? html`<ul class="mc-pupils">${involved(form.model).map(each)}</ul>`
      : criterionAnswer(form, criterion, base, name));
  };
  return grouped(form, field, html`<ol class="mc-sheet">${criteriaOf(field, form.model).map(one)}</ol>`, true);
}

function points(form, field) {
  const one = (point, at) => {
    const base = `${field.name}.${point}`;
    const done = form.value(`${base}.done`);
    const choose = (value) => html`<label class="mc-choice"><input type="radio" id=${value ? idOf(form, `${base}.done`) : nothing} name=${idOf(form, base)} .checked=${live(done === value)}
      @change=${() => form.change(`${base}.done`, value)}>${t(value ? 'point.done' : 'point.notDone')}</label>`;
    return row(at + 1, question(`point.${point}`), html`<fieldset><legend class="mc-hidden">${t(`point.${point}`)}</legend><div class="mc-choices">${choose(true)}${choose(false)}</div></fieldset>${fault(form, `${base}.done`)}
      ${done === undefined ? nothing : note(form, `${base}.note`, t(done ? 'point.note' : 'point.why'))}`);
  };
  return grouped(form, field, html`<ol class="mc-sheet">${field.options.map(one)}</ol>`, true);
}

function topics(form, field) {
  const one = (topic, at) => {
    const base = `${field.name}.${topic}`;
    const unknown = form.value(`${base}.unknown`) === true;
    return row(at + 1, question(`topic.${topic}`), html`${unknown ? nothing : area(form, `${base}.text`, { rows: 2, label: t(`topic.${topic}`) })}
      <label class="mc-choice"><input type="checkbox" id=${unknown ? idOf(form, base) : nothing} .checked=${live(unknown)} @change=${(event) => form.change(`${base}.unknown`, event.target.checked || undefined)}>${t('topic.unknown')}</label>
      ${fault(form, base)}${fault(form, `${base}.text`)}`);
  };
  const resolved = field.options.filter((topic) => form.value(`${field.name}.${topic}.unknown`) || form.value(`${field.name}.${topic}.text`)?.trim()).length;
  return grouped(form, field, html`<p class="mc-subtle mc-small">${t('topic.count', { done: resolved, all: field.options.length })}</p><ol class="mc-sheet">${field.options.map(one)}</ol>`, true);
}

/** W1 follows from the answers: every criterion answered, or unknown for a stated reason. */
function clear(form) {
  const fields = form.kind.fields.filter((field) => field.type === 'criteria' && field.when.scope.includes(form.value('scope')));
  const open = (given) => !given?.answer || (given.answer === 'UNKNOWN' && !given.note?.trim());
  const unclear = fields.flatMap((field) => field.criteria.filter((criterion) => {
    const given = form.value(`${field.name}.${criterion}`);
    return perPupil(criterion, form.model) ? involved(form.model).some((pupil) => open(given?.[pupil])) : open(given);
  }));
  return unclear.length
    ? html`<p>${state('missing', t('state.later'))}</p><p class="mc-small mc-subtle">${t('question.W1.open', { criteria: unclear.join(', ') })}</p>`
    : html`<p>${state('done', t('yes'))}</p><p class="mc-small mc-subtle">${t('question.W1.clear')}</p>`;
}

function questions(form, field) {
  const one = (asked) => row(asked.id, question(`question.${asked.id}`), html`${asked.derived ? clear(form) : nothing}
    ${(asked.answers ?? []).map((path) => html`<p class="mc-label mc-small">${t(`question.${path}`)}</p>${answer(form, path, t(`question.${path}`))}`)}
    ${asked.text ? note(form, asked.text, t(`question.${asked.text}`)) : nothing}`);
  return grouped(form, field, html`<ol class="mc-sheet">${field.rows.map(one)}</ol>`, true);
}

export const SHEETS = { criteria, points, topics, questions };
