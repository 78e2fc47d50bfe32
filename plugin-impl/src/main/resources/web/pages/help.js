// Good to know at a step: who decides, how to talk, what a report is for. Each text is a row of the requirements.
import { html, nothing } from 'lit-html';
import { protocolAsks } from '../forms/model.js';
import { t } from '../texts.js';

/** Since 2019 there is a norm to report; before, a report was the last resort. */
const whenToReport = () => (protocolAsks('Decision.afweging.reportNecessary') ? 'B3.1' : 'S5.5');

const ROWS = {
  signalen: () => ['S1.4'],
  overleg: () => ['S2.11', 'S2.13'],
  ouders: () => ['S3.5'],
  wegen: () => ['S0.11', 'S4.10'],
  beslissen: () => ['S0.11', whenToReport(), 'S5.7', 'S5.18'],
  'na-melding': () => ['S5.9b', 'S6.11'],
};

export const helpOf = (tab) => (ROWS[tab] ? html`<details class="mc-note mc-help"><summary>${t('help.title')}</summary>${ROWS[tab]().map((row) => html`<p data-row=${row}>${t(`help.${row}`)}</p>`)}</details>` : nothing);
