// How the doctor's rows are made. Knows no subject.
import type { ErrorParams } from '../../errors/app-error.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import type { PanelResult } from '../catalogue/panel.ts';
import type { CheckRow, CheckState, CheckSubject } from '../check.ts';

export const good = (what: CheckSubject, found: string): CheckRow => ({ what, state: 'good', found, problem: null });

export const finding = (
  what: CheckSubject,
  state: Exclude<CheckState, 'good'>,
  found: string,
  code: ErrorCode,
  params: ErrorParams = {},
): CheckRow => ({ what, state, found, problem: { code, params, fields: [] } });

/** `null`: the database was not asked, since its SQL connection does not answer. */
export type Asked<Value> = PanelResult<Value> | null;

/** The answer judged; what is missing for one becomes an unknown row that says which grant or connection it is. */
export function judged<Value>(
  what: CheckSubject,
  asked: Asked<Value>,
  judge: (value: Value) => CheckRow[],
): CheckRow[] {
  if (asked === null) return [finding(what, 'unknown', '', 'doctor.sql-needed')];
  switch (asked.state) {
    case 'ok':
      return judge(asked.value);
    case 'denied':
      return [{ ...finding(what, 'unknown', '', 'doctor.grant-missing', { code: asked.code }), grants: asked.grants }];
    case 'unsupported':
      return [finding(what, 'unknown', '', 'doctor.release-since', { since: asked.since })];
    case 'failed':
      return [{ what, state: 'unknown', found: '', problem: asked.error }];
  }
}

/** Whole units that read alike in every language: `12 GB`, `640 MB`. */
export function sizeText(bytes: number): string {
  const [unit, size] = bytes >= 1e12 ? ['TB', 1e12] : bytes >= 1e9 ? ['GB', 1e9] : ['MB', 1e6];
  const amount = bytes / (size as number);
  return `${amount < 10 && unit !== 'MB' ? Math.floor(amount * 10) / 10 : Math.floor(amount)} ${unit}`;
}
