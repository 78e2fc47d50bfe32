// Putting an entry right, in the place where it stands.
import { html, nothing } from 'lit-html';
import { correcting, nameFor } from '../forms/correcting.js';
import { formView } from '../forms/form.js';
import { KINDS } from '../forms/kinds.js';
import { close, isOpen } from '../forms/recording.js';
import { context, repaint } from '../store.js';
import { t } from '../texts.js';

const focus = (entry, what) => requestAnimationFrame(() => document.getElementById(entry.id)?.querySelector(what)?.focus());

/** Whether the form for it stands open with something still to record. */
export const isCorrecting = (entry) => isOpen(nameFor(entry)) && correcting(entry).recorded === null;

function leave(entry) {
  close(nameFor(entry));
  focus(entry, '.mc-correct');
}

/** That form. */
export const correction = (entry) => html`<p class="mc-subtle">${t('correction.lead')}</p>${formView(correcting(entry), () => leave(entry))}`;

const able = (entry) => entry.correctable && entry.content && KINDS[entry.kind];

function start(entry) {
  correcting(entry);
  focus(entry, 'input, textarea, select');
}

/** Opens the form where the address names the entry. */
export function arrive(entry) {
  if (location.hash.slice(1) === entry.id && able(entry) && context.answered !== entry.id) {
    context.answered = entry.id;
    start(entry);
  }
}

/** What was just recorded, and the button to put the entry right for who may. */
export function corrector(entry) {
  if (!able(entry) || isCorrecting(entry)) {
    return nothing;
  }
  const again = () => {
    close(nameFor(entry));
    start(entry);
    repaint();
  };
  return html`${isOpen(nameFor(entry)) ? formView(correcting(entry)) : nothing}
    <p class="mc-actions"><button class="mc-button mc-button--link mc-correct" type="button" @click=${again}>${t('correction.open')}</button></p>`;
}
