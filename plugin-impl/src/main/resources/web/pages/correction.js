// Putting an entry right, in the place where it stands.
import { html, nothing } from 'lit-html';
import { correcting, nameFor } from '../forms/correcting.js';
import { formView } from '../forms/form.js';
import { KINDS } from '../forms/kinds.js';
import { close, isOpen } from '../forms/recording.js';
import { repaint } from '../store.js';
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

/** What was just recorded, and the button to put the entry right for who may. */
export function corrector(entry) {
  if (!entry.correctable || !entry.content || !KINDS[entry.kind] || isCorrecting(entry)) {
    return nothing;
  }
  const start = () => {
    close(nameFor(entry));
    correcting(entry);
    repaint();
    focus(entry, 'input, textarea, select');
  };
  return html`${isOpen(nameFor(entry)) ? formView(correcting(entry)) : nothing}
    <p class="mc-actions"><button class="mc-button mc-button--link mc-correct" type="button" @click=${start}>${t('correction.open')}</button></p>`;
}
