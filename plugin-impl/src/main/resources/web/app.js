// Starts the page of one tab: texts first, then the dossier; draws again whenever something changes.
import { html, nothing, render } from 'lit-html';
import { readDossier } from './api.js';
import { frame, ghost, isTalking, nothingToSee } from './frame.js';
import { has, loadTexts, t } from './texts.js';
import { tellHeight } from './height.js';
import { icon } from './icons.js';
import { flushDrafts } from './forms/recording.js';
import { context, onPaint, onReload, repaint } from './store.js';
import { destructionsPage, readDestructionsPage } from './pages/destructions.js';
import { emergencyPage, readEmergencyPage } from './pages/emergency.js';
import { figuresPage, readFiguresPage } from './pages/figures.js';
import { hiddenPage } from './pages/hidden.js';
import { linksPage } from './pages/links.js';
import { listsPage, readListsPage } from './pages/lists.js';
import { logPage } from './pages/log.js';
import { overviewPage } from './pages/overview.js';
import { parentsPage } from './pages/parents.js';
import { readRegister, registerPage } from './pages/register.js';
import { stepPage } from './pages/step.js';
import { readWorkListPage, workListPage } from './pages/worklist.js';

const SLOW_MS = 5000;
/** Tabs that are about no pupil: what is read in place of a dossier, and what is shown of it. */
const WITHOUT_PUPIL = { register: { read: readRegister, page: registerPage }, lijsten: { read: readListsPage, page: listsPage }, noodtoegang: { read: readEmergencyPage, page: emergencyPage }, werklijst: { read: readWorkListPage, page: workListPage }, vernietiging: { read: readDestructionsPage, page: destructionsPage }, cijfers: { read: readFiguresPage, page: figuresPage } };

const PAGES = { overzicht: overviewPage, ouders: parentsPage, koppelingen: linksPage, logboek: logPage };

const root = document.querySelector('#app') ?? document.body.appendChild(document.createElement('div'));

/** Somebody without a session sees this; what was typed stays on the screen below it. */
function trouble() {
  if (context.trouble === null) {
    return nothing;
  }
  const { gone, detail, wait } = context.trouble;
  const text = gone ? t('gone.title') : wait ? t('load.tooMany', { minutes: Math.ceil(wait / 60) }) : (detail ?? t('load.failed'));
  return html`<div class="mc-notice ${gone ? '' : 'mc-notice--warning'}" role="alert">
    ${icon(gone ? 'lock' : 'offline')}<div><p><b>${text}</b></p><p>${t(gone ? 'gone.explain' : wait ? 'load.tooMany.explain' : 'load.explain')}</p>
    ${gone ? nothing : html`<p class="mc-actions"><button class="mc-button mc-button--secondary" type="button" @click=${start}>${t('load.again')}</button></p>`}
  </div></div>`;
}

function body() {
  const { view } = context;
  if (view === null || !has('load.busy')) {
    return context.trouble === null ? ghost(context.slow) : html`<main class="mc-page">${trouble()}</main>`;
  }
  if (isTalking()) {
    return nothingToSee();
  }
  const alone = WITHOUT_PUPIL[context.tab];
  if (alone) {
    return html`${trouble()}${alone.page()}`;
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
    await (WITHOUT_PUPIL[context.tab]?.read ?? readDossier)();
  } catch (refusal) {
    context.trouble = { gone: refusal.gone === true, detail: refusal.detail ?? null, wait: refusal.status === 429 && !refusal.busy ? Number(refusal.retryAfter) : null };
  }
  clearTimeout(slow);
  repaint();
}

if (window !== window.parent) {
  document.body.dataset.framed = '';
}
onReload(start);
repaint();
tellHeight(root);
addEventListener('pagehide', flushDrafts);
addEventListener('online', flushDrafts);
addEventListener('hashchange', repaint);
await Promise.all([loadTexts().then(repaint, repaint), start()]);
