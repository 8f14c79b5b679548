// The daily summary: when it is due by the clock on the wall, and what it counts. Pure.
import type { Occurrence } from '../../shared/domain/occurrence.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import { eventOf } from './event.ts';
import { momentText, type Reader } from './reader.ts';
import type { Letter } from './letter.ts';

export const DIGEST_SPAN_MS = 24 * 3_600_000;

export type DigestRow = {
  strategyName: string;
  targetName: string;
  good: number;
  bad: number;
  missed: number;
  /** Since when a good run is overdue. */
  overdueSince: number | null;
  lastGood: number | null;
};

/** The local day, `2026-03-29`, whose summary is due at `now`; `null`: its time has not come yet. */
export function digestDay(now: number, digestAt: string): string | null {
  const local = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (`${two(local.getHours())}:${two(local.getMinutes())}` < digestAt) return null;
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

/** The next instant at which a summary may become due. */
export function nextDigest(now: number, digestAt: string): number {
  const [hours = 0, minutes = 0] = digestAt.split(':').map(Number);
  const local = new Date(now);
  // Where the clocks skip that time, Date takes the time after the gap, as schedules do.
  const today = new Date(local.getFullYear(), local.getMonth(), local.getDate(), hours, minutes).getTime();
  if (today > now) return today;
  return new Date(local.getFullYear(), local.getMonth(), local.getDate() + 1, hours, minutes).getTime();
}

/** One row per strategy that has a schedule or did something, the bad ones first. */
export function digestRows(
  settled: readonly Occurrence[],
  strategies: readonly { strategy: Strategy; targetName: string }[],
  lastGood: ReadonlyMap<string, number>,
  overdue: ReadonlyMap<string, number>,
): DigestRow[] {
  const rows = new Map<string, DigestRow>();
  const rowOf = (id: string, strategyName: string, targetName: string): DigestRow => {
    const known = rows.get(id);
    if (known) return known;
    const counts = { good: 0, bad: 0, missed: 0 };
    const since = { overdueSince: overdue.get(id) ?? null, lastGood: lastGood.get(id) ?? null };
    const row = { strategyName, targetName, ...counts, ...since };
    rows.set(id, row);
    return row;
  };
  for (const { strategy, targetName } of strategies) {
    if (strategy.enabled && strategy.spec.schedule) rowOf(strategy.id, strategy.spec.name, targetName);
  }
  for (const occurrence of settled) {
    const event = eventOf(occurrence);
    if (event === null) continue;
    const row = rowOf(occurrence.strategyId, occurrence.strategyName, occurrence.targetName);
    if (event === 'failure') row.bad += 1;
    else if (event === 'missed') row.missed += 1;
    else row.good += 1;
  }
  return [...rows.values()].sort(
    (a, b) => weight(b) - weight(a) || nameOf(a).localeCompare(nameOf(b)),
  );
}

const weight = ({ bad, overdueSince, missed }: DigestRow): number =>
  (bad > 0 ? 4 : 0) + (overdueSince !== null ? 2 : 0) + (missed > 0 ? 1 : 0);
const nameOf = ({ targetName, strategyName }: DigestRow): string => `${targetName} ${strategyName}`;

const WORDS = {
  en: {
    subject: (day: string, summary: string) => `[Respaldo] Summary of ${day}: ${summary}`,
    good: (n: number) => `${n} good`,
    bad: (n: number) => `${n} failed`,
    missed: (n: number) => `${n} missed`,
    overdue: (n: number) => `${n} overdue`,
    nothing: 'nothing was to be done',
    meaning: (from: string, until: string) => `What the strategies came to from ${from} to ${until}.`,
    head: ['Strategy', 'Database', 'Good', 'Failed', 'Missed', 'Last good run', 'Overdue since'],
    never: 'never',
    footer: (host: string) => `Sent by Respaldo on ${host} once a day. The time is set in Settings › Notifications.`,
  },
  es: {
    subject: (day: string, summary: string) => `[Respaldo] Resumen del ${day}: ${summary}`,
    good: (n: number) => (n === 1 ? '1 correcta' : `${n} correctas`),
    bad: (n: number) => (n === 1 ? '1 fallida' : `${n} fallidas`),
    missed: (n: number) => (n === 1 ? '1 omitida' : `${n} omitidas`),
    overdue: (n: number) => (n === 1 ? '1 atrasada' : `${n} atrasadas`),
    nothing: 'no había nada previsto',
    meaning: (from: string, until: string) => `En qué quedaron las estrategias entre ${from} y ${until}.`,
    head: ['Estrategia', 'Base de datos', 'Correctas', 'Fallidas', 'Omitidas', 'Última correcta', 'Atrasada desde'],
    never: 'nunca',
    footer: (host: string) => `Enviado por Respaldo desde ${host} una vez al día. La hora se fija en Ajustes › Notificaciones.`,
  },
};

export function digestLetter(
  rows: readonly DigestRow[],
  day: string,
  now: number,
  host: string,
  reader: Reader,
): Letter {
  const words = WORDS[reader.language];
  const total = (count: (row: DigestRow) => number): number => rows.reduce((sum, row) => sum + count(row), 0);
  const counts = { good: total((row) => row.good), bad: total((row) => row.bad), missed: total((row) => row.missed) };
  const overdue = total((row) => Number(row.overdueSince !== null));
  const parts = [
    counts.bad > 0 ? words.bad(counts.bad) : null,
    counts.missed > 0 ? words.missed(counts.missed) : null,
    overdue > 0 ? words.overdue(overdue) : null,
    counts.good > 0 ? words.good(counts.good) : null,
  ].filter((part) => part !== null);
  const summary = parts.length > 0 ? parts.join(', ') : words.nothing;
  const subject = words.subject(day, summary);
  const moment = (at: number | null, otherwise: string): string => (at === null ? otherwise : momentText(at, reader));
  return {
    subject,
    headline: subject.replace('[Respaldo] ', ''),
    meaning: words.meaning(momentText(now - DIGEST_SPAN_MS, reader), momentText(now, reader)),
    facts: [],
    cause: null,
    steps: null,
    table: {
      head: words.head,
      rows: rows.map((row) => [
        row.strategyName,
        row.targetName,
        String(row.good),
        String(row.bad),
        String(row.missed),
        moment(row.lastGood, words.never),
        moment(row.overdueSince, '–'),
      ]),
    },
    log: null,
    run: null,
    footer: words.footer(host),
  };
}
