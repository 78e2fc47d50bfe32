// Which dossiers belong together: that there is one and why, never what is in it.
import { html, nothing } from 'lit-html';
import { readLinks } from '../api.js';
import { formView } from '../forms/form.js';
import { close, isOpen, recording } from '../forms/recording.js';
import { icon } from '../icons.js';
import { context, may, repaint } from '../store.js';
import { date, dayOf, t } from '../texts.js';
import { beside } from './beside.js';
import { opener } from './dossiers.js';

const KINDS_OF_LINK = ['SAME_PUPIL', 'POSSIBLE_MATCH', 'SAME_HOUSEHOLD', 'SAME_INCIDENT', 'EARLIER_CASE'];

const read = beside(readLinks, 'link.failed');

const suffixOf = (link, choice) => `${link.other}.${link.link}-${choice}`;

const nameOf = (link, choice) => `LinkDecision.${suffixOf(link, choice)}`;

function decide(link, choice) {
  const name = nameOf(link, choice);
  const form = () => recording('LinkDecision', { suffix: suffixOf(link, choice), preset: { other: link.other, link: link.link, choice } });
  const open = () => {
    form();
    repaint();
  };
  return isOpen(name)
    ? html`<h4>${t(`link.${choice}`)}</h4>${formView(form(), () => close(name))}`
    : html`<button class="mc-button mc-button--secondary mc-small" type="button" @click=${open}>${t(`link.${choice}`)}<span class="mc-hidden">: ${whose(link)}</span></button>`;
}

const whose = (link) => (link.ownPupil ? t('link.ownPupil') : link.name || t('link.noName'));

const MAY_FOLLOW = { PROPOSED: ['CONFIRMED', 'REMOVED'], CONFIRMED: ['REMOVED'], ENDED: ['REMOVED'], REMOVED: [] };

const answered = (link, choice) => isOpen(nameOf(link, choice));

/** What can be decided; a form in which something was decided stays until somebody leaves it. */
function acts(link) {
  const choices = ['CONFIRMED', 'REMOVED'].filter((choice) => answered(link, choice) || MAY_FOLLOW[link.state].includes(choice));
  return link.decidable && choices.length ? html`<div class="mc-actions mc-finding__act">${choices.map((choice) => decide(link, choice))}</div>` : nothing;
}

/** Whether two registrations are one child is decided with the one that goes on. */
const elsewhere = (link) => (link.state === 'PROPOSED' && !link.decidable && may('DECIDE_LINKS') ? html`<p class="mc-subtle">${t('link.elsewhere', { name: whose(link) })}</p>` : nothing);

const state = (link) => t(`link.state.${link.state}`, { date: date(dayOf(link.since)) });

const linkRow = (link) => html`<li class="mc-finding" data-state=${link.state === 'PROPOSED' ? 'missing' : link.state === 'ENDED' ? 'late' : 'done'} data-link=${link.link} data-stands=${link.state}>${icon(link.state === 'PROPOSED' ? 'doing' : link.state === 'CONFIRMED' ? 'check' : 'skip')}
  <p><b>${whose(link)}</b>${link.group && !link.ownPupil ? ` · ${link.group}` : ''} <span class="mc-subtle">${t(link.closed ? 'link.closed' : 'link.open')}</span></p>
  <p class="mc-finding__meta"><span>${state(link)}</span>${link.decided ? html` <span>${t('link.decided', link.decided)}</span>` : nothing}</p>
  ${acts(link)}${elsewhere(link)}${opener(context.view.dossiers.find((one) => one.id === link.other), link.link === 'EARLIER_CASE')}</li>`;

function group(kind, links) {
  const here = links.filter((link) => link.link === kind && (link.state !== 'REMOVED' || answered(link, 'REMOVED')));
  return here.length
    ? html`<section class="mc-part" aria-labelledby=${kind}><h2 id=${kind}>${t(`choice.link.${kind}`)}</h2><p class="mc-subtle">${t(`link.why.${kind}`)}</p><ul class="mc-rows">${here.map(linkRow)}</ul></section>`
    : nothing;
}

function removed(links) {
  const gone = links.filter((link) => link.state === 'REMOVED');
  const row = (link) => html`<li><b>${t(`choice.link.${link.link}`)}</b>: ${whose(link)}. ${state(link)}. ${link.decided ? t('link.decided', link.decided) : ''}</li>`;
  return gone.length ? html`<details class="mc-note"><summary>${t('link.removed', { count: gone.length })}</summary><ul class="mc-plain">${gone.map(row)}</ul></details>` : nothing;
}

const content = (links) => (links.length ? html`${KINDS_OF_LINK.map((kind) => group(kind, links))}${removed(links)}` : html`<p class="mc-subtle">${t('link.none')}</p>`);

export function linksPage() {
  return html`<div class="mc-page__title"><h1>${t('tab.koppelingen')}</h1><p>${t('link.lead')}</p></div>
    ${may('READ_LINKS') ? read.content(content) : html`<div class="mc-notice">${icon('eye')}<div><p><b>${t('who.READ_LINKS')}</b></p></div></div>`}`;
}
