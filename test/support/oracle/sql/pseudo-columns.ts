// Words that are values without being columns: SYSDATE, ROWNUM, USER and the like.
import { DATE, NUMBER, TIMESTAMP, TIMESTAMP_TZ, text, time, type SqlType, type Value } from '../values/value.ts';
import { type Run } from './run.ts';
import { type Compiled } from './scope.ts';

/** The database's own zone is UTC, so its wall clock is the instant. */
const fromRun = (type: SqlType, value: (run: Run) => Value): Compiled => ({ type, value: (_, run) => value(run) });

const offsetText = (minutes: number): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
};

export const PSEUDO_COLUMNS: Record<string, Compiled> = {
  SYSDATE: fromRun(DATE, ({ now }) => time(Math.floor(now.ms / 1000) * 1000)),
  SYSTIMESTAMP: fromRun(TIMESTAMP_TZ, ({ now }) => now),
  CURRENT_TIMESTAMP: fromRun(TIMESTAMP_TZ, ({ now, session }) => ({ ...now, offset: session.locale.offset })),
  LOCALTIMESTAMP: fromRun(TIMESTAMP, ({ now, session }) => time(now.ms + session.locale.offset * 60_000, now.nanos)),
  CURRENT_DATE: fromRun(DATE, ({ now, session }) =>
    time(Math.floor(now.ms / 1000) * 1000 + session.locale.offset * 60_000),
  ),
  SESSIONTIMEZONE: fromRun(text(75), ({ session }) => offsetText(session.locale.offset)),
  DBTIMEZONE: fromRun(text(6), () => '+00:00'),
  USER: fromRun(text(128), ({ session }) => session.user),
  UID: fromRun(NUMBER, ({ session }) => session.id),
  ROWNUM: { type: NUMBER, value: (frame) => frame.rownum },
  LEVEL: { type: NUMBER, value: (frame) => frame.level },
};
