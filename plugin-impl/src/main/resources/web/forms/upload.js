// A file that goes with an entry: sent at once, and named by the entry when that is recorded.
import { html, nothing } from 'lit-html';
import { sendFile } from '../api.js';
import { icon, state } from '../icons.js';
import { repaint } from '../store.js';
import { maybe, t } from '../texts.js';
import { fault, idOf, labelOf } from './fields.js';

const TYPES = 'image/jpeg,image/png,application/pdf';

const said = (refusal) => refusal.faults[0]?.detail ?? refusal.detail ?? t(refusal.status === 0 ? 'upload.offline' : 'upload.failed');

/** Sends it; what was chosen later wins. The rest of the form is not touched, whatever comes of it. */
async function send(form, field, chosen) {
  const mine = { file: chosen, percent: 0 };
  form.upload = mine;
  form.change(field.name, undefined);
  const kept = await sendFile(chosen, (percent) => {
    mine.percent = percent;
    repaint();
  }).catch((refusal) => {
    mine.fault = said(refusal);
    return null;
  });
  mine.percent = undefined;
  if (form.upload === mine && kept !== null) {
    form.change(field.name, { file: kept.id, sha256: kept.sha256 });
  }
  repaint();
}

/** Whether a file is on its way. */
export const isSending = (form) => form.upload?.percent !== undefined;

function standing(form, field, remove) {
  const { percent, fault: wrong, file: chosen } = form.upload ?? {};
  if (percent !== undefined) {
    return html`<p class="mc-small" role="status">${percent < 100 ? t('upload.busy', { percent }) : t('upload.checking')}</p><progress max="100" value=${percent} aria-label=${labelOf(form, field)}></progress>`;
  }
  if (wrong) {
    return html`<p class="mc-error" role="alert" id=${`${idOf(form, field.name)}-refused`}>${icon('alert')}${wrong}</p>
      <p><button class="mc-button mc-button--secondary mc-small" type="button" @click=${() => send(form, field, chosen)}>${t('upload.again')}</button></p>`;
  }
  return form.value(field.name)
    ? html`<p role="status" data-kept>${state('done', t('upload.kept'))} <button class="mc-button mc-button--link mc-small" type="button" @click=${remove}>${t('upload.remove')}</button></p>`
    : nothing;
}

/** A file, by camera or from the device; the name it has there goes nowhere. */
export function file(form, field) {
  const id = idOf(form, field.name);
  const choose = (event) => {
    const [chosen] = event.target.files;
    if (chosen && !form.sending) {
      send(form, field, chosen);
    }
  };
  const remove = () => {
    const control = document.getElementById(id);
    control.value = '';
    form.upload = null;
    form.change(field.name, undefined);
    control.focus();
  };
  const hint = maybe(`form.${form.kindName}.${field.name}.hint`);
  const wrong = form.faultAt(field.name) !== null || Boolean(form.upload?.fault);
  return html`<div class=${`mc-field${wrong ? ' mc-field--invalid' : ''}`} data-field=${field.name}>
    <label for=${id}>${labelOf(form, field)} <span class="mc-optional">${t('field.optional')}</span></label>
    <input class="mc-input" type="file" id=${id} accept=${TYPES} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${`${id}-hint ${id}-fault ${id}-refused`} @change=${choose}>
    ${standing(form, field, remove)}${fault(form, field.name)}<p class="mc-hint" id=${`${id}-hint`}>${hint}</p></div>`;
}
