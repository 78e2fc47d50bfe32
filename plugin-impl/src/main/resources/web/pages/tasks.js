// Agreements and tasks: what somebody was given to do, and what of it is done.
import { html, nothing } from 'lit-html';
import { formView } from '../forms/form.js';
import { close, isOpen, recording } from '../forms/recording.js';
import { stateIcon } from '../icons.js';
import { context, may, repaint } from '../store.js';
import { day, t } from '../texts.js';

const suffixOf = (task) => `${task.source}.${task.number}`;

const nameOf = (task) => `TaskDone.${suffixOf(task)}`;

const form = (task) => recording('TaskDone', { suffix: suffixOf(task), preset: { source: task.source, number: task.number } });

/** Saying that a task is done, below the task itself. */
function done(task) {
  const name = nameOf(task);
  const open = () => {
    form(task);
    repaint();
  };
  return isOpen(name)
    ? formView(form(task), () => close(name))
    : html`<p class="mc-actions"><button class="mc-button mc-button--link mc-small" type="button" @click=${open}>${t('form.TaskDone.open')}<span class="mc-hidden">: ${task.what}</span></button></p>`;
}

function taskRow(task) {
  const state = task.done ? 'done' : task.late ? 'late' : 'later';
  const able = !task.done && may('OPEN') && context.view.dossier.state !== 'CLOSED';
  return html`<li class="mc-finding" data-state=${state} data-task=${suffixOf(task)}>${stateIcon(state)}
    <p>${task.what}<span class="mc-hidden"> ${t(`state.${state}`)}.</span></p>
    <p class="mc-finding__meta"><span>${task.mine ? t('who.you', { name: task.who }) : task.who}</span> <span>${task.dueOn ? t(task.late ? 'due.was' : 'due.by', { day: day(task.dueOn, 'short') }) : nothing}</span></p>
    ${able ? done(task) : nothing}</li>`;
}

/** Open tasks first, one's own before those of others. */
const inOrder = (tasks) => [...tasks].sort((a, b) => a.done - b.done || b.mine - a.mine || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));

export const tasksPart = (tasks) => (tasks.length
  ? html`<section class="mc-part" aria-labelledby="taken"><h2 id="taken">${t('tasks.title')}</h2><ul class="mc-rows">${inOrder(tasks).map(taskRow)}</ul></section>`
  : nothing);
