// What somebody is typing, kept at the server for the typist alone. Nothing typed is ever lost here.
import { dropDraft, keepDraft, readDraft } from '../api.js';
import { context, repaint } from '../store.js';
import { read, write } from './model.js';

const PAUSE_MS = 1000;
const RETRY_MS = 5000;

/** The draft of one form: what the server keeps of it is read before anything takes its place. */
export class Draft {
  constructor(name) {
    this.draftName = name;
    this.known = false;
    this.loading = null;
    this.keeping = Promise.resolve();
    this.sending = false;
  }

  /** There are no drafts where there is no pupil. */
  get keepsDrafts() {
    return context.view?.pupil !== undefined;
  }

  get unsaved() {
    return this.keepsDrafts && (this.saved.state === 'typing' || this.saved.state === 'offline');
  }

  /** Drafts of the same form that were kept before this one, and came in while it was typed. */
  get others() {
    return this.model._others ?? [];
  }

  value(path) {
    return read(this.model, path);
  }

  /** Takes what somebody typed or chose; what is being sent stays as it is. */
  change(path, value) {
    if (this.sending) {
      repaint();
      return;
    }
    write(this.model, path, value);
    this.changed();
  }

  /** The draft follows after a pause. */
  changed() {
    if (this.saved.state !== 'gone') {
      this.saved = { ...this.saved, state: this.saved.state === 'offline' ? 'offline' : 'typing' };
    }
    this.later();
    repaint();
  }

  later(pause = PAUSE_MS) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), pause);
  }

  /** Brings back what this person typed earlier; where they type again already, it stands beside that. */
  load() {
    this.loading ??= this.find().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  async find() {
    if (this.known || !this.keepsDrafts) {
      return;
    }
    try {
      const found = await readDraft(this.draftName);
      this.known = true;
      if (found !== null) {
        this.take(found);
      }
    } catch (refusal) {
      this.fail(refusal);
    }
    repaint();
  }

  take({ draft, savedAt }) {
    if (this.saved.state === 'none' && !this.sending) {
      this.model = { ...this.model, ...draft };
      this.saved = { state: 'draft', at: savedAt };
    } else {
      const { _others = [], ...earlier } = draft;
      this.model._others = [earlier, ..._others];
    }
  }

  /** Without a connection it stays on screen and is tried again. */
  fail(refusal, state = this.saved.state === 'none' ? 'none' : 'offline') {
    this.saved = { state: refusal.gone ? 'gone' : state, at: new Date().toISOString(), full: refusal.full };
    if (!refusal.gone) {
      this.later(RETRY_MS);
    }
  }

  /** Keeps the draft at the server. */
  keep(leaving = false) {
    clearTimeout(this.timer);
    if (this.keepsDrafts && !this.sending && this.saved.state !== 'gone' && (this.unsaved || !this.known)) {
      this.keeping = this.put(leaving);
    }
    return this.keeping;
  }

  async put(leaving) {
    if (!this.known) {
      await this.load();
    }
    if (!this.known || !this.unsaved) {
      return;
    }
    const kept = structuredClone(this.model);
    try {
      const { savedAt } = await keepDraft(this.draftName, kept, leaving);
      const typedOn = JSON.stringify(kept) !== JSON.stringify(this.model);
      this.saved = { state: typedOn ? 'typing' : 'draft', at: savedAt };
    } catch (refusal) {
      this.fail(refusal);
    }
    repaint();
  }

  /** Shows the next of the other drafts; what stood here comes back after them. */
  turn() {
    if (!this.sending) {
      const { _others: [next, ...rest], ...here } = this.model;
      this.model = { ...next, _others: [...rest, here] };
      this.changed();
    }
  }

  /** Throws away what was recorded; what was typed before that waits for the next time. */
  async drop([next, ...rest]) {
    if (next !== undefined) {
      this.known = false;
      await keepDraft(this.draftName, { ...next, _others: rest });
    } else if (this.known) {
      await dropDraft(this.draftName);
    }
  }
}
