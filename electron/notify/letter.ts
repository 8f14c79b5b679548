// An email before it is text or HTML: its parts in their order, in the reader's language. Knows no markup.
import type { Alert } from './alert.ts';
import { causeOf, stepsOf, type Cause } from './cause.ts';
import { bytesText, durationText, momentText, type Reader } from './reader.ts';
import { phrases, reasonText } from './words.ts';

export type Table = { head: string[]; rows: string[][] };

export type Letter = {
  subject: string;
  headline: string;
  meaning: string;
  /** Label and value. */
  facts: [string, string][];
  cause: ({ heading: string; quoteHeading: string } & Cause) | null;
  steps: { heading: string; items: readonly string[] } | null;
  table: Table | null;
  log: { heading: string; lines: string[] } | null;
  run: { link: string; text: string; how: string } | null;
  footer: string;
};

/** Instants of missed runs that are named one by one. */
const MOST_INSTANTS = 5;

/** The address under which the application opens a run. */
export const runLink = (runId: string): string => `respaldo://run/${runId}`;

export function alertLetter(alert: Alert, reader: Reader): Letter {
  const words = phrases[reader.language];
  const headline = words.headline(alert);
  const cause = causeOf(alert, reader.language);
  const steps = stepsOf(alert, reader.language);
  const { logTail, runId } = alert;
  return {
    subject: `[Respaldo] ${headline}${cause?.code ? ` (${cause.code})` : ''}`,
    headline,
    meaning: words.meaning(alert),
    facts: factsOf(alert, reader),
    cause: cause ? { heading: words.cause, quoteHeading: words.inTheLog, ...cause } : causeUnknown(alert, reader),
    steps: steps.length > 0 ? { heading: words.todo, items: steps } : null,
    table: null,
    log: logTail.length > 0 ? { heading: words.logTail(logTail.length), lines: logTail } : null,
    run: runId === null ? null : { link: runLink(runId), text: words.open, how: words.openHow(runId) },
    footer: words.footer(alert.host),
  };
}

function causeUnknown({ event }: Alert, { language }: Reader): Letter['cause'] {
  if (event !== 'failure') return null;
  const { cause, inTheLog, noCause } = phrases[language];
  return { heading: cause, quoteHeading: inTheLog, code: null, title: noCause, sentences: [], inTheLog: null };
}

/** Label and value of everything that is known; also what a chat message lists. */
export function factsOf(alert: Alert, reader: Reader): [string, string][] {
  const { labels, never } = phrases[reader.language];
  const { event, reason, startedAt, endedAt, bytes } = alert;
  const moment = (at: number): string => momentText(at, reader);
  const facts: [string, string | null][] = [
    [labels.strategy, alert.strategyName],
    [labels.database, alert.targetName],
    [labels.planned, plannedText(alert, moment)],
    [labels.since, event === 'overdue' ? moment(alert.at) : null],
    [labels.reason, reason && reasonText(reason, reader)],
    [labels.started, startedAt === null ? null : moment(startedAt)],
    [labels.ended, endedAt === null ? null : moment(endedAt)],
    [labels.duration, startedAt === null || endedAt === null ? null : durationText(endedAt - startedAt)],
    [labels.attempts, alert.attempts > 1 ? String(alert.attempts) : null],
    [labels.warnings, alert.warnings > 0 ? String(alert.warnings) : null],
    [labels.pieces, piecesText(alert.pieces, bytes, reader)],
    [labels.lastGood, event === 'success' ? null : alert.lastGood === null ? never : moment(alert.lastGood)],
    [labels.run, alert.runId],
    [labels.host, alert.host],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '');
}

function plannedText({ instants }: Alert, moment: (at: number) => string): string | null {
  if (instants.length === 0) return null;
  if (instants.length <= MOST_INSTANTS) return instants.map(moment).join('; ');
  return `${moment(Math.min(...instants))} … ${moment(Math.max(...instants))} (${instants.length})`;
}

function piecesText(pieces: number, bytes: number | null, reader: Reader): string | null {
  if (pieces === 0) return null;
  return bytes === null ? String(pieces) : `${pieces} (${bytesText(bytes, reader)})`;
}
