// The overview: the next thing first, then what is missing, what happened, who works on it and what lies at the host.
import { html, nothing } from 'lit-html';
import { resumeDelivery } from '../api.js';
import { KINDS } from '../forms/kinds.js';
import { icon, state } from '../icons.js';
import { context, entriesNewestFirst, may, repaint, reload, tabHref } from '../store.js';
import { day, moment, t } from '../texts.js';
import { otherDossiers } from './dossiers.js';
import { eventDay, timeLine } from './entries.js';
import { findingRow, inOrder, whoWord } from './findings.js';
import { just, openers } from './openers.js';
import { protocolPart } from './protocol.js';
import { tasksPart } from './tasks.js';

const STEPS = ['signals', 'consultation', 'parents', 'weighing', 'decision', 'after-report', null];
const FILTERS = ['all', 'signals', 'consultation', 'parents', 'weighing', 'decision', 'after-report'];

let filter = 'all';

/** The act by its name where the reader can do it; else the page where it is done. */
function act(next, mine) {
  const kind = KINDS[next.metBy];
  const stands = next.entry && entriesNewestFirst().find((one) => one.id === next.entry);
  const able = mine && kind && (next.entry ? stands?.correctable : !kind.inPlace && may(kind.action));
  return { href: tabHref(kind?.tab ?? next.tab, able ? `#${next.entry ?? next.metBy}` : ''), text: !able ? next.button : t(next.entry ? 'correction.open' : `form.${next.metBy}.open`) };
}

/** What the reader can do leads; what waits for somebody else, or comes later, stands beside it. */
function nextThing() {
  const { next: first, forMe } = context.view.dossier;
  const own = forMe && !forMe.upcoming;
  const next = own ? forMe : first;
  const other = own ? first : forMe;
  if (!next) {
    return html`<section class="mc-part" aria-labelledby="nu"><h2 id="nu">${t('next.nothing')}</h2><p class="mc-subtle">${t('next.nothingExplain')}</p></section>`;
  }
  return html`<section class="mc-next" aria-labelledby="nu" data-requirement=${next.requirement}>
    <div><p class="mc-next__label">${t(next.mine ? 'next.forYou' : 'next.now')}</p><h2 id="nu">${next.title}</h2>
      <p class="mc-next__who"><span><b>${whoWord(next)}</b></span> <span>${next.dueOn ? html`${t('next.by')} <b>${day(next.dueOn)}</b>` : t('due.none')}</span></p>
      ${next.why ? html`<p class="mc-next__why">${next.why}</p>` : nothing}</div>
    ${other ? html`<div class="mc-next__then"><p><b>${t(own ? 'next.also' : 'next.later')}</b></p><p>${other.title}</p><p class="mc-small">${whoWord(other)}${other.dueOn ? html`, ${t('next.by')} ${day(other.dueOn)}` : nothing}</p>
      ${other.mine ? html`<p class="mc-actions"><a href=${act(other, true).href}>${act(other, true).text}</a></p>` : nothing}</div>` : nothing}
    <p class="mc-actions"><a class="mc-button mc-button--primary" href=${act(next, next.mine).href}>${act(next, next.mine).text}</a></p></section>`;
}

function group(step, findings) {
  const here = findings.filter((finding) => (finding.step ?? null) === step);
  return here.length
    ? html`<div class="mc-group"><h3>${step === null ? t('missing.whole') : t(`missing.step.${step}`)}</h3><ul class="mc-rows">${here.map((finding) => findingRow(finding))}</ul></div>`
    : nothing;
}

function missing() {
  const findings = inOrder(context.view.dossier.findings);
  const asked = findings.filter((finding) => finding.severity !== 'ADVICE');
  const advice = findings.filter((finding) => finding.severity === 'ADVICE');
  return html`<section class="mc-part" aria-labelledby="ontbreekt"><h2 id="ontbreekt">${t('missing.titleAll')}</h2>
    ${asked.length ? html`<div>${STEPS.map((step) => group(step, asked))}</div>` : html`<p class="mc-subtle">${t('missing.nothingAtAll')}</p>`}
    ${advice.length ? html`<div class="mc-group mc-group--advice"><h3>${t('missing.advice')}</h3><ul class="mc-rows">${advice.map((finding) => findingRow(finding, true))}</ul></div>` : nothing}</section>`;
}

const newestFirst = (entries) => [...entries].sort((a, b) => eventDay(b).localeCompare(eventDay(a)) || b.seq - a.seq);

function chronology() {
  const all = newestFirst(entriesNewestFirst());
  const used = FILTERS.filter((one) => one === 'all' || all.some((entry) => entry.step === one));
  const shown = filter === 'all' ? all : all.filter((entry) => entry.step === filter);
  const choose = (one) => () => {
    filter = one;
    repaint();
  };
  return html`<section class="mc-part" aria-labelledby="verloop"><h2 id="verloop">${t('chronology.title')}</h2><div>
    <div class="mc-filter" role="group" aria-label=${t('chronology.show')}>
      ${used.map((one) => html`<button class="mc-chip" type="button" aria-pressed=${one === filter} @click=${choose(one)}>${one === 'all' ? t('chronology.all') : t(`step.${one}`)}</button>`)}
      <span class="mc-hidden" role="status">${t('chronology.count', { count: shown.length })}</span></div>
    <ol class="mc-time">${shown.map(timeLine)}</ol></div></section>`;
}

const team = (people) => html`<section class="mc-part" aria-labelledby="team"><h2 id="team">${t('team.title')}</h2>
  <ul class="mc-list">${people.map((one) => html`<li>${one.name}<p>${one.function}</p></li>`)}</ul></section>`;

async function resume() {
  await resumeDelivery().catch(() => null);
  await reload();
}

const delivery = (one) => html`<li>${one.title}<br>${state(one.state.toLowerCase(), t(`delivery.${one.state}`))}<p>${one.message ?? (one.at ? moment(one.at) : '')}</p>
  ${one.state === 'PARKED' ? html`<button class="mc-button mc-button--link mc-small" type="button" @click=${resume}>${t('delivery.resume')}</button>` : nothing}</li>`;

const deliveries = (all) => html`<section class="mc-part" aria-labelledby="host"><h2 id="host">${t('delivery.title')}</h2>
  <ul class="mc-list">${all.length ? all.map(delivery) : html`<li><p>${t('delivery.none')}</p></li>`}</ul></section>`;

function aside(dossier) {
  const { team: people, deliveries: all } = dossier;
  return html`<aside class="mc-aside mc-stack" aria-label=${t('aside.dossier')}>${people.length ? team(people) : nothing}${otherDossiers()}${deliveries(all ?? [])}
    ${protocolPart(dossier)}</aside>`;
}

/** The form went with the dossier, so what came of it is said here. */
const destroyed = () => html`<h1 class="mc-hidden">${t('tab.overzicht')}</h1><div class="mc-notice mc-notice--ok" role="status" tabindex="-1" data-outcome="DestructionDecision">${icon('check')}<div><p><b>${t('destroyed.title')}</b></p><p>${t('destroyed.explain')}</p></div></div>`;

const empty = () => html`<section class="mc-part mc-empty"><h1>${t('empty.title')}</h1><p>${t('empty.explain')}</p>
  ${may('SIGNAL') ? html`<p class="mc-actions"><a class="mc-button mc-button--primary" href=${tabHref('signalen', '#Signal')}>${icon('plus')}${t('signal.record')}</a></p>` : nothing}</section>`;

/** What somebody who may know no more than the conclusion reads. */
const conclusion = (text) => html`<div class="mc-notice">${icon('eye')}<div><p><b>${t('conclusion.title')}</b></p><p>${text}</p></div></div>`;

export function overviewPage() {
  const { dossier } = context.view;
  if (dossier === null) {
    return just('DestructionDecision') ? destroyed() : empty();
  }
  return html`<h1 class="mc-hidden">${t('tab.overzicht')}</h1>${dossier.state === 'CLOSED' ? html`<div class="mc-notice">${icon('check')}<div><p><b>${t('closed.title')}</b></p><p>${t('closed.explain')}</p></div></div>` : nextThing()}
    ${dossier.conclusion ? conclusion(dossier.conclusion) : nothing}
    <div class="mc-cols"><div class="mc-stack">${dossier.state === 'SIGNALS' || dossier.state === 'CLOSED' ? nothing : missing()}${tasksPart(dossier.tasks)}${chronology()}${openers('overzicht')}</div>${aside(dossier)}</div>`;
}
