// The lists that a school keeps itself: whom to call, and the signals to go through with a concern about home.
import { html, nothing } from 'lit-html';
import { keepLists, readHealth, readLists } from '../api.js';
import { formView } from '../forms/form.js';
import { bodyOf } from '../forms/model.js';
import { Recording, shownAs } from '../forms/recording.js';
import { icon } from '../icons.js';
import { context, repaint } from '../store.js';
import { moment, t } from '../texts.js';
import { healthOf } from './health.js';

const NAME = 'Lists';
const KIND = { fields: [{ name: 'partners', type: 'partners' }, { name: '_signals', type: 'textarea', tall: true, optional: true }] };

const modelOf = (kept) => ({ partners: structuredClone(kept?.lists.partners ?? []), _signals: (kept?.lists.signals ?? []).join('\n') });

/** What the form begins with: who cannot let it count goes on with what they proposed. */
const beginning = ({ inForce, proposed, approves }) => modelOf(approves ? inForce : (proposed ?? inForce));

const lines = (text) => (text ?? '').split('\n').map((line) => line.trim()).filter(Boolean);

class Keeping extends Recording {
  constructor() {
    super(NAME, NAME, beginning(context.view), KIND);
  }

  body() {
    const { partners } = bodyOf(NAME, KIND, this.model);
    return { partners: partners ?? [], signals: lines(this.model._signals) };
  }

  send(body) {
    return keepLists(body, context.view.etag);
  }

  async done(answer) {
    await readListsPage();
    this.preset = beginning(context.view);
    this.begin();
    this.recorded = { ...answer, id: context.view.etag };
  }

  async refused(refusal, body) {
    if (refusal.status !== 412) {
      return super.refused(refusal, body);
    }
    await readListsPage().catch(() => null);
    this.newer = [];
    return null;
  }

  screenPath(path) {
    return path.replace(/^signals.*/, '_signals');
  }
}

/** Reads the lists in place of a dossier. */
export async function readListsPage() {
  const lists = await readLists();
  context.view = { ...lists, health: lists.seesHealth ? await readHealth() : null };
}

const form = () => shownAs(NAME, () => new Keeping());

/** What an administrator prepared, to be looked at and recorded by who may let it count. */
function proposal({ proposed, approves }) {
  const take = () => {
    form().model = modelOf(proposed);
    form().recorded = null;
    repaint();
  };
  return proposed
    ? html`<div class="mc-notice" role="status">${icon('two')}<div><p><b>${t('lists.proposed', { name: proposed.author || t('register.gone'), moment: moment(proposed.recordedAt) })}</b></p>
      ${approves ? html`<p>${t('lists.approve')}</p><p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${take}>${t('lists.take')}</button></p>` : html`<p>${t('lists.waits')}</p>`}</div></div>`
    : nothing;
}

/** What does not go by itself here, and what somebody at the school does about it. */
const gapsOf = ({ gaps, mayMaintain }) =>
  mayMaintain
    ? html`<section class="mc-part" aria-labelledby="koppeling"><h2 id="koppeling">${t('lists.host')}</h2>
      ${gaps?.length ? html`<ul class="mc-plain">${gaps.map((one) => html`<li><p><b>${one.off}</b><br>${one.instead}</p></li>`)}</ul>` : html`<p>${t(gaps ? 'lists.host.all' : 'lists.host.away')}</p>`}</section>`
    : nothing;

export function listsPage() {
  const { school, inForce, mayMaintain, approves } = context.view;
  const one = form();
  return html`<main id="inhoud" class="mc-page" tabindex="-1"><div class="mc-page__title"><h1>${t('lists.title')}</h1><p>${t('lists.lead', { school })}</p>
    ${inForce ? html`<p class="mc-small mc-subtle">${t('lists.since', { name: inForce.author || t('register.gone'), moment: moment(inForce.recordedAt) })}</p>` : nothing}</div>
    ${proposal(context.view)}
    ${mayMaintain ? html`${approves ? nothing : html`<p>${t('lists.prepares')}</p>`}${one.recorded ? formView(one) : nothing}
    ${one.recorded ? html`<p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${() => {
      one.recorded = null;
      repaint();
    }}>${t('lists.again')}</button></p>` : formView(one)}` : html`<p>${t('lists.notYours')}</p>`}${gapsOf(context.view)}${healthOf(context.view.health)}</main>`;
}
