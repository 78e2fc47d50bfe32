// One form from the first letter to "vastgelegd": recording, faults, and which forms are open.
import { readDossier, record } from '../api.js';
import { context, entriesNewestFirst, repaint } from '../store.js';
import { has, t } from '../texts.js';
import { Draft } from './draft.js';
import { KINDS } from './kinds.js';
import { bodyOf, initialModel, pathOf } from './model.js';

/** What leaves open whether it was recorded after all. */
const OPEN = [0, 500, 502, 504];
const EMPTY = ['answer.missing', 'reason.missing', 'note.missing', 'name.missing', 'observer.missing', 'otherPupils.missing', 'attempts.missing', 'list.size'];

const open = new Map();

/** A form that is being filled in. */
export class Recording extends Draft {
  constructor(kindName, draftName, preset = {}, kind = KINDS[kindName]) {
    super(draftName);
    this.kindName = kindName;
    this.kind = kind;
    this.preset = preset;
    this.buttonKey = `form.${kindName}.button`;
    this.doneKey = `form.${kindName}.done`;
    this.shown = true;
    this.begin();
  }

  begin() {
    this.model = { ...initialModel(this.kind), ...structuredClone(this.preset) };
    this.faults = [];
    this.refusal = null;
    this.newer = null;
    this.recorded = null;
    this.left = false;
    this.upload = null;
    this.saved = { state: 'none', at: null };
    this.key = crypto.randomUUID();
    this.sentBody = null;
    this.unanswered = false;
    this.seen = entriesNewestFirst()[0]?.seq ?? 0;
  }

  change(path, value) {
    this.faults = this.faults.filter((fault) => fault.path !== path);
    super.change(path, value);
  }

  changed() {
    this.recorded = null;
    this.unanswered = false;
    super.changed();
  }

  /** What is sent. */
  body() {
    return bodyOf(this.kindName, this.kind, this.model);
  }

  /** Sends it; answers when it was recorded. */
  send(body) {
    return record(body, this.key, this.kind.judges === true);
  }

  /** Records the entry. The same body keeps its key, so that trying again never records twice. */
  async submit() {
    if (this.sending) {
      return;
    }
    clearTimeout(this.timer);
    this.faults = this.check?.() ?? [];
    if (this.faults.length > 0) {
      repaint();
      queueMicrotask(() => this.showOutcome());
      return;
    }
    const body = this.body();
    const written = JSON.stringify(body);
    if (this.sentBody !== null && this.sentBody !== written) {
      this.key = crypto.randomUUID();
    }
    Object.assign(this, { sentBody: written, sending: true, faults: [], refusal: null, newer: null });
    repaint();
    try {
      await this.done(await this.send(body));
    } catch (refusal) {
      await this.refused(refusal, body);
    }
    this.sending = false;
    repaint();
    queueMicrotask(() => this.showOutcome());
  }

  async done(answer) {
    await Promise.all([this.load(), this.keeping]);
    const { others } = this;
    this.begin();
    Object.assign(this, { recorded: answer, left: others.length > 0 });
    await this.drop(others).catch(() => null);
    await readDossier().catch(() => null);
    this.model = { ...initialModel(this.kind), ...structuredClone(this.preset) };
    this.seen = answer.seq ?? this.seen;
  }

  async refused(refusal, body) {
    this.unanswered = OPEN.includes(refusal.status);
    if (refusal.status === 400 && refusal.faults.length > 0) {
      this.faults = refusal.faults.map((fault) => this.fault(fault, body));
    } else if (refusal.status === 412 || refusal.status === 428) {
      await readDossier().catch(() => null);
      this.newer = entriesNewestFirst().filter((entry) => entry.seq > this.seen);
      this.seen = entriesNewestFirst()[0]?.seq ?? this.seen;
    } else if (refusal.status === 0) {
      this.fail(refusal, 'offline');
    } else {
      this.refusal = refusal;
      if (refusal.status === 422) {
        this.key = crypto.randomUUID();
      }
      if (refusal.status === 409) {
        await readDossier().catch(() => null);
      }
    }
    if (refusal.gone) {
      this.saved = { state: 'gone', at: this.saved.at };
    } else if (this.unsaved && refusal.status !== 0) {
      this.later();
    }
  }

  /** A fault in the words of the form where it has them, else in those of the server. */
  fault({ pointer = '', code = '', detail = '' }, body) {
    const path = this.screenPath(pathOf(pointer, body));
    const field = path.split('.').filter((part) => !/^\d+$/.test(part)).join('.');
    const own = `fault.${this.kindName}.${field}`;
    return { path, text: EMPTY.includes(code) && has(own) ? t(own) : detail || t('fault.other') };
  }

  screenPath(path) {
    return this.kind.fields.find((field) => field.stands === path)?.name ?? path;
  }

  faultAt(path) {
    return this.faults.find((fault) => fault.path === path)?.text ?? null;
  }

  showOutcome() {
    requestAnimationFrame(() => document.querySelector(`[data-outcome="${this.draftName}"]`)?.focus());
  }
}

/** The form of this name; opened, and with its draft, when it was not yet. */
export function recording(kindName, { suffix = '', preset = {} } = {}) {
  const name = suffix ? `${kindName}.${suffix}` : kindName;
  return shownAs(name, () => new Recording(kindName, name, preset));
}

/** The form under that name; made, and with its draft, when it was not open yet. */
export function shownAs(id, make) {
  if (!open.has(id)) {
    const one = make();
    open.set(id, one);
    one.load();
  }
  open.get(id).shown = true;
  return open.get(id);
}

/** Whether a form of this name is open. */
export const isOpen = (name) => open.get(name)?.shown === true;

/** Closes a form; what could not be kept as a draft yet stays in this window and comes back with the form. */
export async function close(name) {
  const one = open.get(name);
  if (one === undefined) {
    return;
  }
  one.shown = false;
  if (one.recorded !== null) {
    open.delete(name);
  }
  repaint();
  await one.keep();
  if (open.get(name) === one && !one.shown && !one.unsaved && one.saved.state !== 'gone') {
    open.delete(name);
    clearTimeout(one.timer);
  }
}

/** Keeps every draft that is not yet kept, as when somebody leaves or the connection is back. */
export function flushDrafts(event) {
  for (const one of open.values()) {
    one.keep(event.type === 'pagehide');
  }
  if (context.trouble !== null) {
    repaint();
  }
}
