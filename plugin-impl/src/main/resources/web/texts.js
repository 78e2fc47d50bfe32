// The words of the pages, and how days and times are said.
import { context } from './store.js';

const ZONE = 'Europe/Amsterdam';
let texts = {};

/** Fetches the words in the language of the person. */
export async function loadTexts() {
  const answer = await fetch(`${context.api}/texts/${context.locale}`, { headers: { 'X-MC': '1' }, credentials: 'same-origin' });
  texts = answer.ok ? await answer.json() : {};
}

/** Whether there is a text under this key. */
export const has = (key) => key in texts;

/** The text under a key, with {names} filled in; the key itself when it is missing. */
export function t(key, values = {}) {
  const all = { pupil: context.view?.pupil?.givenName ?? '', ...values };
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => all[name] ?? whole);
}

/** The text under a key, or nothing at all when there is none. */
export const maybe = (key, values) => (has(key) ? t(key, values) : null);

const language = () => (context.locale === 'en' ? 'en-GB' : 'nl-NL');

function say(date, zone, weekday) {
  const thisYear = (context.view?.today ?? '').slice(0, 4);
  const year = new Intl.DateTimeFormat('nl-NL', { year: 'numeric', timeZone: zone }).format(date);
  const parts = { day: 'numeric', month: 'long', timeZone: zone, ...(year === thisYear ? {} : { year: 'numeric' }), ...(weekday ? { weekday } : {}) };
  return new Intl.DateTimeFormat(language(), parts).format(date).replace(',', '');
}

const civil = (iso) => new Date(`${iso}T12:00:00Z`);

/** "dinsdag 3 maart"; the year only when it is not this one. */
export const day = (iso, weekday = 'long') => (iso.length === 10 ? say(civil(iso), 'UTC', weekday) : say(new Date(iso), ZONE, weekday));

/** "3 maart". */
export const date = (iso) => day(iso, null);

/** "9 februari 2026", with the year at all times. */
export const fullDate = (iso) =>
  new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(civil(iso));

/** The time of an instant where the school is, as hh:mm. */
export const timeOf = (instant) => new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(new Date(instant));

/** "12.31 uur", of an instant or of a time as written. */
export function time(value) {
  const clock = value.length <= 8 ? value.slice(0, 5) : timeOf(value);
  return t('time', { time: context.locale === 'en' ? clock : clock.replace(':', '.').replace(/^0/, '') });
}

/** The day of an instant where the school is, as yyyy-mm-dd. */
export const dayOf = (instant) => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(instant));

/** "maandag 3 maart om 12.31 uur". */
export const moment = (instant) => t('moment', { day: day(instant), time: time(instant) });

/** Names joined as in a sentence. */
export const together = (names) => new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
