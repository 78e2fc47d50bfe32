// The figures of the school over one school year: a bar and its numbers in one row, small numbers hidden.
import { html, nothing, svg } from 'lit-html';
import { readFigures } from '../api.js';
import { icon } from '../icons.js';
import { context, repaint } from '../store.js';
import { moment, t } from '../texts.js';

const LONG = 100;
const HIGH = 8;

let year = null;
let failed = false;

/** Reads them in place of a dossier; the present school year unless another one was chosen. */
export async function readFiguresPage() {
  context.view = await readFigures(year);
  failed = false;
}

async function choose(event) {
  const before = year;
  year = Number(event.target.value);
  try {
    await readFiguresPage();
  } catch {
    year = before;
    failed = true;
  }
  repaint();
}

const schoolYear = (from) => `${from}-${from + 1}`;

/** Less than five of all is said; a part that is not shown can be more. */
const number = (count, total) => (count ?? (total === null ? t('figures.small') : html`<span class="mc-subtle">${t('figures.hidden')}</span>`));

/** The parts that are shown, each as long as its share, and what is left as one. The numbers stand beside it. */
function bar({ total, parts }) {
  if (total === null || parts.every((one) => one.count === null)) {
    return nothing;
  }
  let from = 0;
  const rects = parts.filter((one) => one.count > 0).map((one) => {
    const wide = (one.count * LONG) / total;
    from += wide;
    return svg`<rect class="mc-bar__part" data-part=${one.key} x=${from - wide} width=${wide} height=${HIGH}></rect>`;
  });
  return html`<svg class="mc-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="mc-bar__rest" width=${LONG} height=${HIGH}></rect>${rects}</svg>`;
}

const key = (part) => html`<svg class="mc-bar mc-bar--key" viewBox="0 0 8 8" aria-hidden="true"><rect class="mc-bar__part" data-part=${part} width="8" height="8"></rect></svg>`;

const row = (one, name, more) => html`<tr><th scope="row">${name}${bar(one)}</th><td>${number(one.total, null)}</td>${one.parts.map((part) => html`<td>${number(part.count, one.total)}</td>`)}${more ?? nothing}</tr>`;

/** Rows of one kind with a column for each of their parts. */
function table(title, rows, nameOf, last = null) {
  if (rows.every((one) => one.total === null)) {
    return html`<p class="mc-subtle">${t('figures.few')}</p>`;
  }
  if (rows.every((one) => one.parts.every((part) => part.count === null))) {
    return html`<p>${t('figures.totalOnly', { total: rows[0].total })}</p>`;
  }
  const columns = rows[0].parts.map((one) => one.key);
  return html`<div class="mc-scroll" role="region" tabindex="0" aria-label=${title}><table class="mc-table mc-figures"><caption class="mc-hidden">${title}</caption>
    <thead><tr><th scope="col">${t('figures.of')}</th><th scope="col">${t('figures.total')}</th>${columns.map((one) => html`<th scope="col">${key(one)}${t(`figures.${one}`)}</th>`)}${last ? html`<th scope="col">${last.title}</th>` : nothing}</tr></thead>
    <tbody>${rows.map((one) => row(one, nameOf(one), last ? html`<td>${last.of(one)}</td>` : null))}</tbody></table></div>`;
}

const days = (median) => new Intl.NumberFormat(context.locale === 'en' ? 'en-GB' : 'nl-NL').format(median);

function median(step) {
  const { medianSchoolDays } = context.view.times.find((one) => one.step === step.key);
  return medianSchoolDays === null ? html`<span class="mc-subtle">${t(step.key === 'signals' ? 'figures.before' : 'figures.hidden')}</span>` : t('figures.days', { days: days(medianSchoolDays) });
}

const part = (id, body, lead = nothing) => html`<section class="mc-part" aria-labelledby=${`cijfers-${id}`}><h2 id=${`cijfers-${id}`}>${t(`figures.${id}`)}</h2>${lead}${body}</section>`;

const notice = (text) => html`<div class="mc-notice" role="status">${icon('wait')}<div><p>${text}</p></div></div>`;

export function figuresPage() {
  const { school, years, whole, asOf, dossiers, reports, steps, answers } = context.view;
  const named = (id) => () => t(`figures.${id}`);
  return html`<main id="inhoud" class="mc-page" tabindex="-1"><div class="mc-page__title"><h1>${t('figures.title')}</h1><p>${school} · ${t('figures.asOf', { moment: moment(asOf) })}</p>
    <p class="mc-field"><label for="schooljaar">${t('figures.year')}</label> <select class="mc-input" id="schooljaar" @change=${choose}>${years.map((one) => html`<option value=${one} ?selected=${one === context.view.year}>${schoolYear(one)}</option>`)}</select></p></div>
    ${failed ? notice(t('work.failed')) : nothing}${whole ? nothing : notice(t('figures.notWhole'))}
    <p class="mc-small">${t('figures.small.explain')}</p>
    ${part('dossiers', table(t('figures.dossiers'), [dossiers], named('dossiers.row')))}
    ${part('steps', table(t('figures.steps'), steps, (one) => t(`step.${one.key}`), { title: t('figures.times'), of: median }), html`<p>${t('figures.steps.explain')}</p>`)}
    ${part('answers', table(t('figures.answers'), [answers], named('answers.row')), html`<p>${t('figures.answers.explain')}</p>`)}
    ${part('reports', table(t('figures.reports'), [reports], named('dossiers.row')))}</main>`;
}
