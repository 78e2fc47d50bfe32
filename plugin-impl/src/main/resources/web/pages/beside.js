// What a page reads beside the dossier: again each time that was read, with a word while it is read and a way on when it cannot be.
import { html } from 'lit-html';
import { icon } from '../icons.js';
import { context, repaint } from '../store.js';
import { t } from '../texts.js';

/** Reads on first sight; `now` is null until then, and `content` draws what was read. */
export function beside(read, failedText) {
  let known = null;
  let failed = false;

  async function load() {
    const { view } = context;
    known = { view, value: known?.value ?? null };
    try {
      known = { view, value: await read() };
      failed = false;
    } catch {
      failed = true;
    }
    repaint();
  }

  const trouble = () => html`<div class="mc-notice mc-notice--warning" role="alert">${icon('offline')}<div><p><b>${t(failedText)}</b></p><p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${load}>${t('load.again')}</button></p></div></div>`;

  return {
    now: () => known?.value ?? null,
    content(draw) {
      if (known?.view !== context.view) {
        load();
      }
      if (failed) {
        return trouble();
      }
      return known.value === null ? html`<p class="mc-subtle" role="status">${t('load.busy')}</p>` : draw(known.value);
    },
  };
}
