// What RMAN's own words after a log-in tell: whom it reached, or why it did not. Pure; starts nothing.
import type { CheckRow } from '../check.ts';
import { finding, good } from './row.ts';

/** `null`: it said nothing in time. */
export type LogInAnswer = { output: string } | null;

export type LogIn = { row: CheckRow; /** `null`: no database was reached. */ dbid: number | null };

/** `seconds`: how long RMAN had. */
export function judgeLogIn(answer: LogInAnswer, seconds: number): LogIn {
  if (answer === null) return { row: finding('connection', 'bad', '', 'doctor.log-in-silent', { seconds }), dbid: null };
  const refused = errorOf(answer.output);
  const reached = /^connected to target database:?\s*(.*)$/m.exec(answer.output)?.[1]?.trim() ?? null;
  if (refused || reached === null) {
    const { code, detail } = refused ?? { code: 'RMAN', detail: lastLine(answer.output) };
    return { row: finding('connection', 'bad', code, 'doctor.log-in-refused', { code, detail }), dbid: null };
  }
  const dbid = Number(/\bDBID=(\d+)/.exec(reached)?.[1] ?? NaN);
  // `(not mounted)` and `(not started)` have no DBID; a mounted database says `(DBID=…, not open)` (reference §1.4).
  if (Number.isNaN(dbid)) {
    return { row: finding('connection', 'bad', reached, 'doctor.not-mounted', { found: reached }), dbid: null };
  }
  return { row: good('connection', reached), dbid };
}

/** Oracle's own code says more than RMAN's, which stands above it and only says that there was one. */
function errorOf(output: string): { code: string; detail: string } | null {
  const errors = [...output.matchAll(/\b((?:ORA|TNS|RMAN)-\d{5}):[ \t]*(.*)$/gm)]
    .map(([, code = '', detail = '']) => ({ code, detail: detail.trim().replace(/\.$/, '') }))
    .filter(({ code }) => code !== 'RMAN-00571' && code !== 'RMAN-00569');
  return errors.find(({ code }) => !code.startsWith('RMAN-')) ?? errors[0] ?? null;
}

const lastLine = (output: string): string => (output.trim().split('\n').at(-1) ?? '').trim().slice(0, 200);

/** RMAN and SQL must mean the same database. */
export function sameDatabase(row: CheckRow, rman: number | null, sql: number | null): CheckRow {
  if (rman === null || sql === null || rman === sql) return row;
  return finding('connection', 'bad', row.found, 'doctor.two-databases', { rman, sql });
}
