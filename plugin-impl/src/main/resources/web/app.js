// Starts the page of one tab: texts first, then the dossier; draws again whenever something changes.
import { html, nothing, render } from 'lit-html';
import { readDossier } from './api.js';
import { frame, ghost } from './frame.js';
import { loadTexts, t } from './texts.js';
import { tellHeight } from './height.js';
import { icon } from './icons.js';
import { flushDrafts } from './forms/recording.js';
import { context, onPaint, onReload, repaint } from './store.js';
import { hiddenPage } from './pages/hidden.js';
import { overviewPage } from './pages/overview.js';
import { parentsPage } from './pages/parents.js';
import { stepPage } from './pages/step.js';

const SLOW_MS = 5000;
const PAGES = { overzicht: overviewPage, ouders: parentsPage };

const root = document.querySelector('#app') ?? document.body.appendChild(document.createElement('div'));

/** Somebody without a session sees this; what was typed stays on the screen below it. */
function trouble() {
  if (context.trouble === null) {
    return nothing;
  }
  const { gone, text } = context.trouble;
  return html`<div class="mc-notice ${gone ? '' : 'mc-notice--warning'}" role="alert">
    ${icon(gone ? 'lock' : 'offline')}<div><p><b>${text}</b></p><p>${t(gone ? 'gone.explain' : 'load.explain')}</p>
    ${gone ? nothing : html`<p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${start}>${t('load.again')}</button></p>`}
  </div></div>`;
}

function body() {
  const { view } = context;
  if (view === null) {
    return context.trouble === null ? ghost(context.slow) : html`<main class="mc-page">${trouble()}</main>`;
  }
  const page = view.hidden ? hiddenPage : (PAGES[context.tab] ?? stepPage);
  return frame(html`${trouble()}${page()}`);
}

onPaint(() => render(body(), root));

/** Reads the dossier again and draws; the page stays as it is when that fails. */
async function start() {
  context.trouble = null;
  const slow = setTimeout(() => {
    context.slow = true;
    repaint();
  }, SLOW_MS);
  try {
    await readDossier();
  } catch (refusal) {
    const gone = refusal.status === 401 || refusal.status === 404;
    context.trouble = { gone, text: gone ? t('gone.title') : (refusal.detail ?? t('load.failed')) };
  }
  clearTimeout(slow);
  repaint();
}

if (window !== window.parent) {
  document.body.dataset.framed = '';
}
onReload(start);
await loadTexts();
repaint();
tellHeight(root);
addEventListener('pagehide', flushDrafts);
addEventListener('online', flushDrafts);
addEventListener('hashchange', repaint);
await start();
