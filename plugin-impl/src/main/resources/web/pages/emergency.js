// Emergency access: opened on the pupil's page with a reason, told and looked at again on a page of the school.
import { html, nothing } from 'lit-html';
import { openEmergency, readEmergencies, reviewEmergency } from '../api.js';
import { formView } from '../forms/form.js';
import { Recording, shownAs } from '../forms/recording.js';
import { icon } from '../icons.js';
import { context, may } from '../store.js';
import { moment, t, time } from '../texts.js';

const OPENING = { fields: [{ name: 'reason', type: 'textarea' }] };
const REVIEW = { fields: [{ name: 'justified', type: 'yesno' }, { name: 'note', type: 'textarea' }] };

class Opening extends Recording {
  constructor() {
    super('EmergencyAccess', 'EmergencyAccess', {}, OPENING);
  }

  body() {
    return { reason: this.model.reason ?? '' };
  }

  send(body) {
    return openEmergency(body, this.key);
  }
}

class Review extends Recording {
  constructor(id) {
    super('EmergencyReview', `EmergencyReview.${id}`, {}, REVIEW);
    this.id = id;
  }

  body() {
    const { justified, note } = this.model;
    return { justified, note: note ?? '' };
  }

  send(body) {
    return reviewEmergency(this.id, body);
  }

  async done() {
    await readEmergencyPage();
  }
}

/** Above every page while it lasts. */
export const emergencyAbove = () => (context.view.emergencyEndsAt
  ? html`<div class="mc-page mc-page--trouble"><div class="mc-notice mc-notice--warning" role="status" data-emergency>${icon('lock')}<div><p><b>${t('emergency.until', { time: time(context.view.emergencyEndsAt) })}</b></p><p>${t('emergency.told')}</p></div></div></div>`
  : nothing);

/** For who may open more than the role does, where that is not open already. */
export const emergencyPart = () => (may('BREAK_GLASS') && !may('READ_C4') && !context.view.emergencyEndsAt
  ? html`<details class="mc-note" id="noodtoegang"><summary>${t('emergency.title')}</summary><p>${t(context.view.me.roles.includes('STAND_IN') ? 'emergency.explain.other' : 'emergency.explain')}</p>
    <ul class="mc-plain"><li>${t('emergency.1')}</li><li>${t('emergency.2')}</li><li>${t('emergency.3')}</li></ul>${formView(shownAs('EmergencyAccess', () => new Opening()))}</details>`
  : nothing);

/** Reads what was used at the school in place of a dossier. */
export async function readEmergencyPage() {
  context.view = await readEmergencies();
}

const reviewed = ({ by, justified, recordedAt, note }) => html`<p><b>${t(justified ? 'emergency.justified' : 'emergency.notJustified')}</b> ${t('emergency.by', { name: by || t('register.gone'), moment: moment(recordedAt) })}</p>${note ? html`<p>${note}</p>` : nothing}`;

const one = (access) => html`<section class="mc-part" data-access=${access.id} aria-labelledby=${`a-${access.id}`}><h2 id=${`a-${access.id}`}>${moment(access.recordedAt)}</h2>
  <div><p>${t('emergency.who', { name: access.who || t('emergency.otherSchool') })}${access.pupil ? html` ${t('emergency.about', { name: access.pupil })}` : nothing}</p>
  ${access.reason ? html`<p class="mc-own">${access.reason}</p>` : nothing}
  ${access.review ? reviewed(access.review) : access.mayReview ? formView(shownAs(`EmergencyReview.${access.id}`, () => new Review(access.id))) : html`<p class="mc-subtle">${t('emergency.waits')}</p>`}</div></section>`;

const stopped = ({ firstAt, who, times }) => html`<tr><td>${moment(firstAt)}</td><td>${who || t('emergency.otherSchool')}</td><td>${times}</td></tr>`;

/** Who was held up after opening many different pupils. */
const lookUpsPart = (rows) => html`<section class="mc-part" aria-labelledby="opzoeken"><h2 id="opzoeken">${t('lookups.title')}</h2><p>${t('lookups.lead')}</p>
  ${rows.length ? html`<table class="mc-table"><thead><tr>${['when', 'who', 'times'].map((name) => html`<th scope="col">${t(`lookups.${name}`)}</th>`)}</tr></thead><tbody>${rows.map(stopped)}</tbody></table>` : html`<p class="mc-subtle">${t('lookups.none')}</p>`}</section>`;

export function emergencyPage() {
  const { accesses, lookUps, school } = context.view;
  return html`<main id="inhoud" class="mc-page" tabindex="-1"><div class="mc-page__title"><h1>${t('emergency.title')}</h1><p>${t('emergency.lead', { school })}</p></div>
    ${accesses.length ? accesses.map(one) : html`<p class="mc-subtle">${t('emergency.none')}</p>`}${lookUpsPart(lookUps)}</main>`;
}
