// Calls to the interface of the plugin. Every refusal becomes one Refusal that says what people can read.
import { context } from './store.js';

/** A call that did not succeed; status 0 means that the other side was not reached. */
export class Refusal extends Error {
  constructor(status, problem = {}, retryAfter = null) {
    super(`refused: ${status}`);
    this.status = status;
    this.detail = problem.detail ?? null;
    this.faults = problem.errors ?? problem.violations ?? [];
    this.retryAfter = retryAfter;
    this.busy = problem.type === 'urn:meldcode:problem:busy';
  }

  /** Whether the session or the right is gone, so that nothing can be saved any more. */
  get gone() {
    return this.status === 401 || this.status === 404;
  }

  /** Whether the server has no room left: what was typed is kept here, and can be sent once it has. */
  get full() {
    return this.status === 507;
  }
}

/** While the plugin is replaced, the server in which it runs answers by itself, that it knows no such address. */
const reached = (status, version) => (status === 404 && version === null ? 0 : status);

const here = (path) => `${context.api}/contexts/${context.id}/${path}`;

const TRIES = 6;

/** Never sooner than asked, and not all at once again. */
const pause = (seconds) => new Promise((resolve) => { setTimeout(resolve, 1000 * seconds * (1 + Math.random())); });

/** While too many come at once, a call is sent again by itself: nothing was done yet for one that was told so. */
async function call(method, address, options = {}) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await callOnce(method, address, options);
    } catch (refusal) {
      if (!refusal.busy || tries === TRIES) {
        throw refusal;
      }
      await pause(Number(refusal.retryAfter));
    }
  }
}

async function callOnce(method, address, { body, headers = {}, keepalive = false }) {
  const typed = body === undefined ? {} : { 'Content-Type': 'application/json' };
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers: { 'X-MC': '1', Accept: 'application/json, application/problem+json', ...typed, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive,
    });
  } catch {
    throw new Refusal(0);
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refusal(reached(answer.status, answer.headers.get('API-Version')), problem, answer.headers.get('Retry-After'));
  }
  return answer;
}

/** Who must wait before seeing more pupils, gets the page on which something can be recorded meanwhile. */
async function toRecord(refusal) {
  if (refusal.status === 429 && !refusal.busy && context.view === null) {
    await keepPage(await call('GET', here('recording')));
  }
  throw refusal;
}

async function keepPage(answer) {
  context.view = await answer.json();
  const at = new Date(answer.headers.get('Date') ?? Date.now());
  context.readAt = at.toISOString();
  context.ahead = at - Date.now();
}

/** Reads the dossier and keeps it, with its version. */
export async function readDossier() {
  const answer = await call('GET', here('dossier')).catch(toRecord);
  await keepPage(answer);
  context.etag = answer.headers.get('ETag') ?? '"0"';
}

/** Records an entry; the key stays the same as long as the same body is tried again. */
export async function record(body, key, judges) {
  const headers = { 'Idempotency-Key': key, ...(judges ? { 'If-Match': context.etag } : {}) };
  const answer = await call('POST', here('entries'), { body, headers });
  return answer.json();
}

/** Sends one file as it is, and tells how much of it went; the answer names what was kept. */
export function sendFile(file, progress) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', here('attachments'));
    call.responseType = 'json';
    call.setRequestHeader('X-MC', '1');
    call.setRequestHeader('Accept', 'application/json, application/problem+json');
    call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.upload.addEventListener('progress', ({ loaded, total }) => progress(Math.round((100 * loaded) / total)));
    call.addEventListener('load', () => (call.status === 201 ? resolve(call.response) : reject(new Refusal(reached(call.status, call.getResponseHeader('API-Version')), call.response ?? {}, call.getResponseHeader('Retry-After')))));
    call.addEventListener('error', () => reject(new Refusal(0)));
    call.send(file);
  });
}

/** Where the signed sheet of an answer is read. */
export const sheetAddress = (entry) => here(`entries/${entry}/sheet`);

/** The pupils of the school, for who records an incident among several. */
export async function readPupils() {
  return (await call('GET', here('pupils'))).json();
}

/** What the pupil administration holds about this pupil, to pick from. */
export async function readObservations() {
  return (await call('GET', here('observations'))).json();
}

/** The dossiers that belong together with this one. */
export async function readLinks() {
  return (await call('GET', here('links'))).json();
}

/** Turns to another dossier of the pupil: gives the context in which it is at hand. */
export async function chooseDossier(id) {
  return (await call('POST', here(`dossiers/${id}`))).json();
}

/** Who looked at the dossier and recorded in it. */
export async function readLog() {
  return (await call('GET', here('log'))).json();
}

/** How the plugin itself is, for who looks after it. */
export async function readHealth() {
  return (await call('GET', here('health'))).json();
}

/** The lists of the school, with their version. */
export async function readLists() {
  const answer = await call('GET', here('lists'));
  return { ...(await answer.json()), etag: answer.headers.get('ETag') ?? '"0"' };
}

/** Keeps a new version of the lists of the school, when nobody else did since. */
export async function keepLists(body, etag) {
  return (await call('PUT', here('lists'), { body, headers: { 'If-Match': etag } })).json();
}

/** Opens for an hour what the role does not; a fresh sign-in is asked first. */
export async function openEmergency(body, key) {
  return (await call('POST', here('emergency-accesses'), { body, headers: { 'Idempotency-Key': key } })).json();
}

/** What was opened at the school, for who is told. */
export async function readEmergencies() {
  return (await call('GET', here('emergency-accesses'))).json();
}

/** Keeps what the reader thinks of one of them. */
export async function reviewEmergency(id, body) {
  return (await call('POST', here(`emergency-accesses/${id}/reviews`), { body })).json();
}

/** What was destroyed at the school, and what waits. */
export async function readDestructions() {
  return (await call('GET', here('destructions'))).json();
}

/** What the reader has to do at the school. */
export async function readWorkList() {
  return (await call('GET', here('work-list'))).json();
}

/** Turns to the pupil of a dossier on that list: gives the context for it. */
export async function openFromWorkList(dossier) {
  return (await call('POST', here(`work-list/${dossier}`))).json();
}

/** Whether the reader is reminded by mail. */
export async function readReminder() {
  return (await call('GET', here('reminders'))).json();
}

/** Keeps whether the reader wants that. */
export async function wantReminder(wanted) {
  return (await call(wanted ? 'PUT' : 'DELETE', here('reminders'))).json();
}

/** The figures of the school; those of the present school year without a year. */
export async function readFigures(year) {
  return (await call('GET', here(year === null ? 'figures' : `figures/${year}`))).json();
}

/** Turns to the pupil to practise on: gives the context for it. */
export async function openPractice(again) {
  return (await call('POST', here(again ? 'practice/again' : 'practice'))).json();
}

/** The board's register: all of it for the board, the own lines for everybody else. */
export async function readReferrals() {
  return (await call('GET', here('referrals'))).json();
}

/** Keeps that the person goes to the board; nothing is sent along. */
export async function referToBoard(key) {
  return (await call('POST', here('referrals'), { headers: { 'Idempotency-Key': key } })).json();
}

/** The other protocols, and what each would ask on top. */
export async function readProtocols() {
  return (await call('GET', here('protocols'))).json();
}

/** The draft of a form, or null when there is none. */
export async function readDraft(form) {
  try {
    const answer = await call('GET', here(`drafts/${form}`));
    return await answer.json();
  } catch (refusal) {
    if (refusal.status === 404) {
      return null;
    }
    throw refusal;
  }
}

/** Keeps a draft; with leaving the call outlives the page. */
export async function keepDraft(form, draft, leaving = false) {
  const answer = await call('PUT', here(`drafts/${form}`), { body: draft, keepalive: leaving });
  return answer.json();
}

export const dropDraft = (form) => call('DELETE', here(`drafts/${form}`));

export const resumeDelivery = () => call('POST', here('delivery/resume'));

/** Brings a document to the reader under a name that tells nothing about a child. */
export async function download(path, name) {
  const answer = await call('GET', here(path), { headers: { Accept: 'application/pdf, application/problem+json' } });
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
