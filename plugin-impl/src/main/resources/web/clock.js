// The day and the time at the school by the server: a device may be off, and a page may stay open over midnight.
import { context } from './store.js';
import { dayOf, timeOf } from './texts.js';

const DAY_MS = 24 * 60 * 60 * 1000;

const now = () => Date.now() + context.ahead;

const days = (from, until) => Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS);

/** The present day: that of the page as it was read, and the days that went by since. */
export function today() {
  const since = days(dayOf(context.readAt), dayOf(now()));
  return new Date(Date.parse(context.view.today) + since * DAY_MS).toISOString().slice(0, 10);
}

/** The present time, as hh:mm. */
export const timeOfDay = () => timeOf(now());
