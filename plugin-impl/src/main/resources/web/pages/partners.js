// Whom the school can call: local partners, the crisis team first.
import { html, nothing } from 'lit-html';
import { schoolLists, schoolListsAgain, schoolListsFailed } from '../forms/school.js';
import { repaint } from '../store.js';
import { t } from '../texts.js';

const TABS = ['signalen', 'overleg', 'wegen', 'beslissen'];
let open = false;

const partner = (one) => html`<li><p><b>${one.organisation}</b>${one.crisisTeam ? html` <span class="mc-optional">${t('partners.crisis')}</span>` : nothing}</p>
  <p>${one.person ? `${one.person}, ` : ''}<a href=${`tel:${one.phone.replaceAll(/[ -]/g, '')}`}>${one.phone}</a></p></li>`;

function content() {
  const lists = schoolLists();
  if (schoolListsFailed()) {
    return html`<p>${t('partners.failed')}</p><p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${schoolListsAgain}>${t('load.again')}</button></p>`;
  }
  if (lists === null) {
    return html`<p class="mc-subtle">${t('load.busy')}</p>`;
  }
  return lists.partners.length
    ? html`<ul class="mc-rows">${[...lists.partners].sort((a, b) => b.crisisTeam - a.crisisTeam).map(partner)}</ul>`
    : html`<p class="mc-subtle">${t('partners.none')}</p>`;
}

/** The partners at the steps where somebody is called, read when they are unfolded. */
export function partnersOf(tab) {
  const turn = (event) => {
    open = event.target.open;
    repaint();
  };
  return TABS.includes(tab) ? html`<details class="mc-note" .open=${open} @toggle=${turn}><summary>${t('partners.title')}</summary>${open ? content() : nothing}</details>` : nothing;
}
