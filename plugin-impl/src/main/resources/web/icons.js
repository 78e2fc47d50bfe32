// Signs that go with words; never a sign alone.
import { html, svg } from 'lit-html';

const SHAPES = {
  alert: svg`<path d="M10 3l7.5 13.5h-15L10 3zM10 8v4M10 14.3v.1"/>`,
  back: svg`<path d="M8 5L4 9l4 4"/><path d="M4 9h7a4.5 4.5 0 0 1 0 9"/>`,
  check: svg`<path d="M4.5 10.5l3.5 3.5 7.5-8"/>`,
  clock: svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.5 2"/>`,
  doing: svg`<circle cx="10" cy="10" r="2.5" fill="currentColor"/>`,
  eye: svg`<path d="M2.5 10S5 4.8 10 4.8s7.5 5.2 7.5 5.2-2.5 5.2-7.5 5.2S2.5 10 2.5 10z"/><circle cx="10" cy="10" r="2.3"/>`,
  flag: svg`<path d="M5 17V4M5 4.5c4-2.5 6 2 10.5 0v7c-4.5 2-6.5-2.5-10.5 0"/>`,
  lock: svg`<rect x="4.5" y="9" width="11" height="8" rx="1"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>`,
  no: svg`<circle cx="10" cy="10" r="7"/><path d="M5.5 5.5l9 9"/>`,
  offline: svg`<path d="M3 3l14 14M2.5 8a11 11 0 0 1 3-2M8.5 4.6A11 11 0 0 1 17.5 8M5 11a7 7 0 0 1 3-1.8M12 9.4a7 7 0 0 1 3 1.6M10 15.5v.1"/>`,
  pause: svg`<circle cx="10" cy="10" r="7"/><path d="M8 7.5v5M12 7.5v5"/>`,
  pen: svg`<path d="M3 17l1-4L13.5 3.5l3 3L7 16l-4 1z"/>`,
  plus: svg`<path d="M10 4v12M4 10h12"/>`,
  print: svg`<path d="M6 7V3h8v4M6 14H3.5V8.5A1.5 1.5 0 0 1 5 7h10a1.5 1.5 0 0 1 1.5 1.5V14H14M6 12h8v5H6z"/>`,
  ring: svg`<circle cx="10" cy="10" r="5.5"/>`,
  send: svg`<path d="M3 10l14-6-5 13-3-5.5L3 10z"/>`,
  sign: svg`<path d="M3 12c2-6 4.5-7 4.5-4.5S4.5 14 6 14s2.5-4 4-4 0 3.5 1.5 3.5S14 12 17 11.5M3 17h14"/>`,
  skip: svg`<path d="M4 10h9M9.5 6l4 4-4 4M16.5 5v10"/>`,
  tray: svg`<path d="M3 11l2-7h10l2 7v5H3v-5zM3 11h4l1 2h4l1-2h4"/>`,
  two: svg`<path d="M4 5h9M4 9h6M16 11H9M16 15h-5"/>`,
  unreached: svg`<path d="M4 4h3l1.5 4L7 9.5a9 9 0 0 0 4 4L12.5 12l3.5 1.5v3C9 17 3.5 11 4 4zM13 3l4 4M17 3l-4 4"/>`,
  wait: svg`<path d="M6 3h8M6 17h8M7 3c0 5 6 5 6 7s-6 2-6 7M13 3c0 5-6 5-6 7s6 2 6 7"/>`,
};

/** Which sign stands for which state. */
const OF_STATE = {
  done: 'check', doing: 'doing', missing: 'ring', late: 'clock', reason: 'skip', accepted: 'skip', after: 'back', later: 'ring',
  concept: 'pen', offered: 'send', seen: 'eye', signed: 'sign', refused: 'no', unreached: 'unreached',
  stored: 'tray', waiting: 'wait', parked: 'pause',
};

export const icon = (name) => html`<svg class="mc-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;

export const stateIcon = (state) => icon(OF_STATE[state]);

/** A state in words, with its sign and colour. */
export const state = (name, word) => html`<span class="mc-state" data-state=${name}>${stateIcon(name)}${word}</span>`;
