// The protocol a dossier follows, and moving it to another: first what would become missing, then why.
import { html, nothing } from 'lit-html';
import { readProtocols } from '../api.js';
import { formView } from '../forms/form.js';
import { close, isOpen, recording } from '../forms/recording.js';
import { context, may, repaint } from '../store.js';
import { t } from '../texts.js';

let others = null;

const suffixOf = (one) => one.id.replaceAll(/[^\w-]/g, '-');

const form = (one) => recording('ProtocolMigrated', { suffix: suffixOf(one), preset: { to: one.id } });

async function look() {
  others = await readProtocols().catch(() => null);
  repaint();
}

function other(one) {
  const name = `ProtocolMigrated.${suffixOf(one)}`;
  const choose = () => {
    form(one);
    repaint();
  };
  return html`<li><p>${t(one.becomesMissing.length ? 'protocol.becomes' : 'protocol.nothing', { title: one.title })}</p>
    ${one.becomesMissing.length ? html`<ul class="mc-plain">${one.becomesMissing.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}<p class="mc-subtle">${t('protocol.stays')}</p>
    ${isOpen(name) ? formView(form(one), () => close(name)) : html`<p class="mc-actions"><button class="mc-button mc-button--secondary mc-small" type="button" @click=${choose}>${t('form.ProtocolMigrated.open', { title: one.title })}</button></p>`}</li>`;
}

export function protocolPart({ protocol, state }) {
  const able = may('DECIDE') && !['SIGNALS', 'CLOSED'].includes(state);
  const shown = others?.filter((one) => one.id !== protocol.id);
  return html`<section class="mc-part mc-small" aria-labelledby="protocol"><h2 id="protocol">${t('protocol.title')}</h2>
    <p class="mc-subtle">${t('protocol.pinned', { title: protocol.title, version: protocol.id.split('@')[1] ?? '' })}</p>
    ${able && !shown ? html`<p class="mc-actions"><button class="mc-button mc-button--link mc-small" type="button" @click=${look}>${t('protocol.change')}</button></p>` : nothing}
    ${able && shown ? html`<ul class="mc-list">${shown.map(other)}</ul>` : nothing}</section>`;
}
