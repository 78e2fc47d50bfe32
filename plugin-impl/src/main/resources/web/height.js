// Inside a host: tell it the height of the page. Height and nothing else ever crosses this border.
import { context } from './store.js';

/** Tells the host's exact origin how high the page is, now and whenever that changes. */
export function tellHeight(root) {
  if (window === window.parent || context.hostOrigin === null) {
    return;
  }
  const tell = () => window.parent.postMessage({ kind: 'height', height: Math.ceil(root.getBoundingClientRect().height) }, context.hostOrigin);
  new ResizeObserver(tell).observe(root);
}
