// What a form starts with from what is known already. It is only a beginning: the person reads and mends each line.
import { context, entriesNewestFirst } from '../store.js';
import { t } from '../texts.js';

const newest = (kind) => entriesNewestFirst().find((entry) => entry.kind === kind && entry.content)?.content;

const lines = (...parts) => parts.filter(Boolean).join('\n');

const side = (one) => lines(one?.child, one?.family, one?.surroundings);

/** The topics of a report: those of an earlier report, else what the dossier and the host say. */
export function reportTopics() {
  const earlier = newest('VeiligThuisReport');
  if (earlier) {
    return Object.fromEntries(earlier.topics.map(({ topic, unknown, text }) => [topic, { unknown, ...(text ? { text } : {}) }]));
  }
  const { pupil, guardians } = context.view;
  const overview = newest('SignalOverview');
  const balance = newest('BalanceAnalysis');
  const known = {
    IMMEDIATE_CAUSE: newest('Signal')?.facts,
    ABUSE: lines(overview?.what, overview?.howOften),
    RISK_FACTORS: side(balance?.risk),
    PROTECTIVE_FACTORS: side(balance?.protective),
    HOUSEHOLD_COMPOSITION: guardians.map((one) => `${one.name} (${t(`choice.relation.${one.relation}`).toLowerCase()})`).join(', '),
    CHILDREN_AGES: t('topic.age', { name: pupil.name, age: pupil.age }),
  };
  return Object.fromEntries(Object.entries(known).filter(([, text]) => text).map(([topic, text]) => [topic, { text }]));
}
