// The forms of a page: what somebody may record here, each behind one button; and who may do the rest.
import { html, nothing } from 'lit-html';
import { formView } from '../forms/form.js';
import { KINDS } from '../forms/kinds.js';
import { protocolAsks } from '../forms/model.js';
import { close, isOpen, recording } from '../forms/recording.js';
import { icon } from '../icons.js';
import { context, entriesNewestFirst, may, repaint } from '../store.js';
import { maybe, t } from '../texts.js';
import { referral } from './referral.js';

const recorded = (kindNames) => entriesNewestFirst().some((entry) => [kindNames].flat().includes(entry.kind));

/** Whether such a form has just recorded something. */
export const just = (kindName) => isOpen(kindName) && recording(kindName).recorded !== null;

/** Whether a form makes sense in the dossier as it is now. */
function fits(kindName, kind) {
  const { dossier } = context.view;
  if (dossier?.state === 'CLOSED') {
    return kind.closed === true && (!kind.after || recorded(kind.after));
  }
  const stateFits = kind.states ? dossier !== null && kind.states.includes(dossier.state) : !kind.opened || (dossier !== null && dossier.state !== 'SIGNALS');
  const done = kind.once === 'route' ? dossier?.route : kind.once && recorded(kindName);
  return stateFits && !done && (!kind.level || dossier.requiredLevel === kind.level) && (!kind.after || recorded(kind.after)) && (!kind.ifAsked || protocolAsks(kindName));
}

/** Whether the five steps run: a dossier is open. */
const running = () => !['SIGNALS', 'CLOSED'].includes(context.view.dossier?.state ?? 'SIGNALS');

const here = (tab) => Object.entries(KINDS).filter(([, kind]) => [kind.tab, kind.also].includes(tab) && !kind.inPlace);

/** Brings the focus to the first thing to fill in; what stands above it stays in sight. */
const begin = (kindName, options) => requestAnimationFrame(() => document.querySelector(`[data-kind="${kindName}"] :is(input, textarea, select, button)`)?.focus(options));

function opener([kindName]) {
  const shown = isOpen(kindName);
  const open = () => {
    recording(kindName);
    repaint();
    begin(kindName);
  };
  const leave = () => {
    close(kindName);
    requestAnimationFrame(() => document.querySelector(`#${kindName} > .mc-opener__button`)?.focus());
  };
  const again = () => {
    close(kindName);
    open();
  };
  const done = just(kindName);
  return html`<li class="mc-opener" id=${kindName}>
    ${shown ? html`<h3>${t(`form.${kindName}.title`)}</h3>` : html`<button class="mc-button mc-button--secondary mc-opener__button" type="button" aria-expanded="false" @click=${open}>${icon('plus')}${t(`form.${kindName}.open`)}</button>`}
    ${maybe(`form.${kindName}.lead`) === null ? nothing : html`<p class="mc-subtle">${t(`form.${kindName}.lead`)}</p>`}
    ${shown ? formView(recording(kindName), leave) : nothing}
    ${done && fits(kindName, KINDS[kindName]) ? html`<p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${again}>${t('form.again')}</button></p>` : nothing}</li>`;
}

/** The forms of this tab; the one named in the address, or the first of an empty step, stands open. */
export function openers(tab, { first = null, always = false } = {}) {
  const able = here(tab).filter(([name, kind]) => may(kind.action) && (just(name) || fits(name, kind)));
  const wanted = location.hash.slice(1);
  const names = able.map(([name]) => name);
  if (names.includes(wanted) && context.answered !== wanted) {
    context.answered = wanted;
    recording(wanted);
    requestAnimationFrame(() => document.getElementById(wanted)?.scrollIntoView());
    begin(wanted, { preventScroll: true });
  } else if (first !== null && names.includes(first) && (always || !recorded(first)) && context.answered === undefined) {
    context.answered = first;
    recording(first);
  }
  return able.length === 0 ? nothing : html`<section class="mc-part mc-record" aria-labelledby="vastleggen"><h2 id="vastleggen">${t('record.title')}</h2><ul class="mc-openers">${able.map(opener)}${tab === 'signalen' ? referral() : nothing}</ul></section>`;
}

/** Who does what this person may not do here, said calmly. */
export function whoMay(tab) {
  const actions = [...new Set(here(tab).map(([, kind]) => kind.action))].filter((action) => !may(action));
  const lines = actions.map((action) => maybe(`who.${action}`)).filter((line) => line !== null);
  return lines.length && running() ? html`<p class="mc-small mc-subtle mc-whomay">${lines.join(' ')}</p>` : nothing;
}
