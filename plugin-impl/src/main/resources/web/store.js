// What the page knows: who looks at whom, and the dossier as last read.
const { dataset } = document.body;

export const context = {
  id: dataset.context,
  tab: dataset.tab,
  api: dataset.api,
  base: dataset.base,
  locale: dataset.locale || 'nl',
  hostOrigin: dataset.hostOrigin || null,
  view: null,
  etag: '"0"',
  readAt: null,
  ahead: 0,
  slow: false,
  trouble: null,
  pupils: null,
  observations: null,
  lists: null,
};

let paint = () => {};
let again = () => {};
let waiting = false;

/** Names the function that draws the page. */
export function onPaint(draw) {
  paint = draw;
}

/** Names the function that reads the dossier again. */
export function onReload(read) {
  again = read;
}

/** Reads the dossier again and draws. */
export const reload = () => again();

/** Draws the page once, after the present work. */
export function repaint() {
  if (waiting) {
    return;
  }
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    paint();
  });
}

/** The address of a tab of this pupil. */
export function tabHref(tab, anchor = '') {
  return `${context.base}/tabs/${context.id}/${tab}${anchor}`;
}

/** Whether the person may do this on this pupil now. */
export function may(action) {
  return context.view.me.may.includes(action);
}

/** Entries the person may read, newest first. */
export function entriesNewestFirst() {
  const { dossier, own } = context.view;
  return [...(dossier?.entries ?? own ?? [])].sort((a, b) => b.seq - a.seq || b.recordedAt.localeCompare(a.recordedAt));
}

/** The name of somebody by id, whether staff, guardian, the pupil or another one who was involved; an empty text when unknown. */
export function nameOf(id) {
  const { staff, guardians, pupil, me, dossier } = context.view;
  const others = [...(dossier?.incidents ?? []).flatMap((one) => one.pupils), ...(context.pupils ?? [])];
  return [...staff, ...guardians, pupil, me, ...others].find((one) => one.id === id)?.name ?? '';
}
