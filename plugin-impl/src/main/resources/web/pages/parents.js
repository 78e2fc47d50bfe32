// Talks with parents: where each guardian stands, the report beside the answer, the seven points, the versions.
import { html, nothing } from 'lit-html';
import { readDraft } from '../api.js';
import { formView } from '../forms/form.js';
import { close, isOpen, recording } from '../forms/recording.js';
import { icon, state } from '../icons.js';
import { context, entriesNewestFirst, may, nameOf, repaint, tabHref } from '../store.js';
import { date, day, dayOf, fullDate, t, time, together } from '../texts.js';
import { fetchButton, fetchFailed, sheetOf } from './documents.js';
import { entryView } from './entries.js';
import { missingInStep } from './findings.js';
import { helpOf } from './help.js';
import { openers, whoMay } from './openers.js';
import { portalOf } from './portal.js';
import { isPupil, justSigned, openGuardians, sign, signPanel } from './sign.js';

const STATE = { AANGEBODEN: 'offered', GEZIEN: 'seen', ONDERTEKEND: 'signed', GEWEIGERD: 'refused', NIET_BEREIKT: 'unreached' };
const SIGNS_FROM = 16; // the plugin refuses a report that says otherwise
const drafts = new Map();

export const guardianState = (status) => state(STATE[status], t(`guardian.status.${status}`));

const means = (answer) => (answer.method && answer.method !== 'NONE' ? t(`method.${answer.method}`) : null);

/** When, how and to which version somebody answered. */
function answered({ answer }, version) {
  const when = answer.at ? t('moment', { day: day(answer.on), time: time(answer.at) }) : day(answer.on);
  return means(answer) === null ? t('guardian.at', { day: when, nr: version.number }) : t('guardian.atBy', { day: when, method: means(answer), nr: version.number });
}

function track(guardian, version) {
  const offered = html`<li>${t('guardian.status.AANGEBODEN')} ${date(dayOf(version.recordedAt))}</li>`;
  return html`<ol class="mc-track">${offered}${guardian.answer ? html`<li>${t(`guardian.status.${guardian.status}`)} ${date(guardian.answer.on)}</li>` : nothing}</ol>`;
}

/** Whether the parents may see it is the pupil's to say, and to say otherwise later. */
const consent = ({ answer }) => t(`pupil.consent.${{ true: 'yes', false: 'no' }[answer?.guardiansMaySee] ?? 'open'}`);

function guardianRow(guardian, version) {
  const { answer, status } = guardian;
  const pupil = isPupil(guardian);
  const open = version.latest && may('ACKNOWLEDGE') && openGuardians(version).includes(guardian);
  const act = status === 'AANGEBODEN' ? 'guardian.sign' : pupil ? 'pupil.again' : 'guardian.stillSign';
  return html`<li class="mc-guardian" data-guardian=${guardian.id} data-status=${status}>
    <p><span class="mc-guardian__name">${guardian.name}</span><br><span class="mc-small mc-subtle">${pupil ? t('pupil.self') : `${t(`choice.relation.${guardian.relation}`).toLowerCase()}, ${t(`guardian.authority.${guardian.authority}`)}`}</span></p>
    <div><p>${guardianState(status)} ${answer ? answered(guardian, version) : t('guardian.at', { day: day(dayOf(version.recordedAt)), nr: version.number })}</p>
      <p class="mc-small mc-subtle">${t(`${pupil ? 'pupil' : 'guardian'}.means.${status}`)}${pupil ? ` ${consent(guardian)}` : ''}${answer?.note ? ` ${answer.note}` : ''}${answer?.attempts?.length ? ` ${t('guardian.tried', { dates: together(answer.attempts.map(date)) })}` : ''}</p>
      ${version.latest ? track(guardian, version) : nothing}${sheetOf(answer, guardian.name)}
      ${open ? html`<p class="mc-actions"><button class="mc-button mc-button--link" type="button" @click=${() => sign(version, guardian)}>${t(act)}<span class="mc-hidden">: ${guardian.name}</span></button></p>` : nothing}</div></li>`;
}

const guardians = (version) => (version.guardians.length
  ? html`<ul class="mc-rows">${version.guardians.map((one) => guardianRow(one, version))}</ul>`
  : html`<p>${t('report.noGuardians')}</p>`);

const paragraphs = (text) => text.split(/\n{2,}/).map((one) => html`<p class="mc-lines">${one}</p>`);

/** The text as it was frozen; what is shown is what the digest is over. */
function paper(version) {
  const { agreements } = version;
  return html`<article class="mc-paper" data-version=${version.number}><h4>${t('report.heading')}</h4>${paragraphs(version.text)}
    ${version.parentsView ? html`<h4>${t('report.parentsView')}</h4>${paragraphs(version.parentsView)}` : nothing}
    ${agreements.length ? html`<h4>${t('report.agreements')}</h4><ul>${agreements.map((one) => html`<li>${one.what} <span class="mc-subtle">${one.dueOn ? t('agreement.whoBy', { who: one.who, date: date(one.dueOn) }) : one.who}</span></li>`)}</ul>` : nothing}
    <p class="mc-digest">${t('report.digest', { nr: version.number, code: version.code, date: fullDate(dayOf(version.recordedAt)) })}</p></article>`;
}

/** What guardians think of it stands with the report, word for word. */
const views = (version) => version.guardians.filter((one) => one.answer?.guardianView).map((one) => html`<div class="mc-view"><p class="mc-label">${t('report.views', { name: one.name, nr: version.number })}</p>
  <p class="mc-own mc-lines">${one.answer.guardianView}</p><p class="mc-small mc-subtle">${t(`guardian.status.${one.status}`)} ${answered(one, version)}</p></div>`);

const file = (version) => t('report.file', { nr: version.number, date: dayOf(version.recordedAt) });

const papers = (version) => html`<p class="mc-actions">${fetchButton(version.id, 'document', file(version), t('report.download'))}${fetchButton(version.id, 'print', file(version), t('report.print'))}</p>${fetchFailed(version.id)}`;

/** Where the host takes no documents, this stays until somebody says that it was added there. */
function byHand(version) {
  const name = `AddedByHand.${version.id}`;
  const form = () => recording('AddedByHand', { suffix: version.id, preset: { report: version.id } });
  const open = () => {
    form();
    repaint();
  };
  if (isOpen(name)) {
    return formView(form(), () => close(name));
  }
  return version.delivery?.state === 'BY_HAND' && may('TALK_WITH_PARENTS')
    ? html`<p class="mc-actions"><button class="mc-button mc-button--secondary mc-small" type="button" @click=${open}>${t('form.AddedByHand.open')}</button></p>`
    : nothing;
}

const delivered = ({ delivery }) => (delivery ? html`<p class="mc-small">${state(delivery.state.toLowerCase(), t(`delivery.${delivery.state}`))} <span class="mc-subtle">${delivery.message ?? ''}</span></p>` : nothing);

function reading(version) {
  const panel = may('ACKNOWLEDGE') && openGuardians(version).length ? signPanel(version) : nothing;
  return html`<div class=${panel === nothing ? '' : 'mc-reading'}><section class="mc-part" aria-labelledby=${`v-${version.id}`}>
    <h3 id=${`v-${version.id}`}>${t('report.version', { nr: version.number })}</h3><p class="mc-small mc-subtle">${t('report.frozen')}</p>${paper(version)}${views(version)}${papers(version)}${delivered(version)}${portalOf(version)}${byHand(version)}</section>${panel}</div>`;
}

/** An old version with the answers it got, folded away but always there. */
const oldVersion = (version) => html`<details class="mc-old" data-version=${version.number}><summary>${t('report.read', { nr: version.number })}</summary>${paper(version)}
  <h4>${t('report.oldAnswers', { nr: version.number })}</h4>${guardians(version)}${views(version)}${papers(version)}${version.release ? portalOf(version) : nothing}</details>`;

const formName = (meeting) => `MeetingReport.${meeting.id}`;

function writing(meeting, latest) {
  const preset = { meeting: meeting.id, ...(latest ? { text: latest.text, parentsView: latest.parentsView ?? '', agreements: latest.agreements } : {}) };
  const form = recording('MeetingReport', { suffix: meeting.id, preset });
  form.model.pupilSigns = context.view.pupil.age >= SIGNS_FROM || undefined; // as of today, whatever a draft or an open page says
  return form;
}

/** Looks once whether this person was already writing a further version. */
function draftKnown(meeting) {
  if (!drafts.has(meeting.id)) {
    drafts.set(meeting.id, false);
    readDraft(formName(meeting)).then((found) => {
      drafts.set(meeting.id, found !== null);
      repaint();
    }, () => null);
  }
  return drafts.get(meeting.id);
}

function change(meeting, latest) {
  const begin = () => {
    close(formName(meeting));
    writing(meeting, latest);
    repaint();
    requestAnimationFrame(() => document.querySelector(`[data-form="${formName(meeting)}"] textarea`)?.focus());
  };
  const nr = latest.number + 1;
  const concept = draftKnown(meeting) ? html`<p>${state('concept', t('report.draft', { nr }))}</p>` : nothing;
  return html`${concept}<details class="mc-why"><summary>${t('report.change')}</summary><p>${t('report.changeExplain', { nr, old: latest.number })}</p>
    <p><button class="mc-button mc-button--secondary" type="button" @click=${begin}>${t('report.make', { nr })}</button></p></details>`;
}

/** The form for a version: open by itself while there is none, else on request. */
function reportForm(meeting, latest) {
  if (!mayWrite() || (latest && !isOpen(formName(meeting)))) {
    return nothing;
  }
  const form = writing(meeting, latest);
  if (form.recorded !== null) {
    drafts.set(meeting.id, false);
  }
  const leave = latest ? () => close(formName(meeting)) : undefined;
  const title = latest && form.recorded === null ? t('report.version', { nr: latest.number + 1 }) : t('form.MeetingReport.title');
  return html`<section class="mc-part"><h3>${title} ${latest && form.recorded === null ? state('concept', t('guardian.status.CONCEPT')) : nothing}</h3>${formView(form, leave)}</section>`;
}

/** The words of a heading that names who is asked. */
const asked = (version, key) => t(version.guardians.some(isPupil) ? `${key}.pupil` : key);

const versionLine = (version) => html`<li><b>${t('report.versionShort', { nr: version.number })}</b>, ${version.latest ? asked(version, 'report.latest') : t('report.fixed')}<p>${t('report.by', { name: version.author, day: date(dayOf(version.recordedAt)) })}</p></li>`;

function aside(meeting, report, latest) {
  return html`<aside class="mc-aside mc-stack" aria-label=${t('aside.talk')}><section class="mc-part"><h3>${t('report.versions')}</h3>
    <ul class="mc-list">${[...report.versions].reverse().map(versionLine)}</ul>${mayWrite() ? change(meeting, latest) : nothing}</section></aside>`;
}

const point = (one, at) => html`<li><div class="mc-sheet__q"><span>${at + 1}</span><p>${t(`point.${one.point}`)}</p></div><div class="mc-sheet__a"><p>${one.done ? state('done', t('point.done')) : state('reason', t('point.notDone'))}${one.note ? html`<br>${one.note}` : nothing}</p></div></li>`;

function points({ content }) {
  return content.points?.length ? html`<section class="mc-part"><h3>${t('form.ParentMeeting.points')}</h3><ol class="mc-sheet">${content.points.map(point)}</ol>
    ${content.recognition ? html`<p>${t('form.ParentMeeting.recognition')} <b>${t(`choice.extent.${content.recognition}`)}</b></p>` : nothing}</section>` : nothing;
}

/** Whether this person may write a report now. */
const mayWrite = () => may('TALK_WITH_PARENTS') && context.view.dossier.state !== 'CLOSED';

function withRelation(id) {
  const one = context.view.guardians.find((guardian) => guardian.id === id);
  return one ? `${one.name} (${t(`choice.relation.${one.relation}`).toLowerCase()})` : nameOf(id);
}

function present({ content }) {
  const people = [...(content.guardiansPresent ?? []).map(withRelation), ...content.schoolParticipants.map(nameOf)].filter(Boolean);
  return `${content.place.charAt(0).toUpperCase()}${content.place.slice(1)}. ${t('report.present', { names: together(people) })} ${t(content.pupilPresent ? 'report.pupilPresent' : 'report.pupilAbsent')}`;
}

function talk(meeting) {
  const report = context.view.dossier.reports.find((one) => one.meeting === meeting.id);
  const versions = report?.versions ?? [];
  const latest = versions.find((one) => one.latest) ?? versions.at(-1);
  return html`<section class="mc-talk mc-stack" data-entry="ParentMeeting" aria-labelledby=${`t-${meeting.id}`}>
    <div class="mc-page__title"><h2 id=${`t-${meeting.id}`}>${t('report.talk', { day: day(meeting.content.on) })}</h2><p>${present(meeting)}</p></div>
    ${reportForm(meeting, latest)}
    ${latest ? html`<section class="mc-part"><h3>${asked(latest, 'report.answers')}</h3>${justSigned(latest)}${guardians(latest)}</section>${reading(latest)}` : nothing}
    <div class=${latest ? 'mc-cols' : ''}><div class="mc-stack">${points(meeting)}${versions.filter((one) => one !== latest).reverse().map(oldVersion)}</div>${latest ? aside(meeting, report, latest) : nothing}</div></section>`;
}

const APART = ['ParentMeeting', 'MeetingReport', 'Acknowledgement'];

/** Where a talk may be dangerous, an expert is asked first (B11.2). */
function danger() {
  const all = entriesNewestFirst();
  const form = all.find((entry) => entry.kind === 'DossierOpened')?.content?.specialForm;
  const asked = all.some((entry) => entry.content?.organisation === 'SPECIAL_FORM_EXPERT');
  return form && !asked
    ? html`<div class="mc-notice mc-notice--warning">${icon('alert')}<div><p><b>${t('danger.title')}</b></p><p>${t(`choice.specialForm.${form}`)}. ${t('danger.explain')}</p>
      ${may('ASK_ADVICE') ? html`<p><a href=${tabHref('overleg', '#ExternalConsultation')}>${t('danger.ask')}</a></p>` : nothing}</div></div>`
    : nothing;
}

export function parentsPage() {
  const entries = entriesNewestFirst().filter((entry) => entry.step === 'parents' || entry.kind === 'StepWaiver');
  const talks = entries.filter((entry) => entry.kind === 'ParentMeeting' && entry.content);
  const others = entries.filter((entry) => !APART.includes(entry.kind));
  return html`<div class="mc-page__title"><h1>${t('page.ouders.title')}</h1><p>${t('page.ouders.lead')}</p></div>${danger()}${helpOf('ouders')}
    ${missingInStep('parents')}${talks.map(talk)}${openers('ouders')}${whoMay('ouders')}
    ${others.length ? html`<section class="mc-part" aria-labelledby="vastgelegd"><h2 id="vastgelegd">${t('recorded.title')}</h2><div class="mc-entries">${others.map(entryView)}</div></section>` : nothing}`;
}
