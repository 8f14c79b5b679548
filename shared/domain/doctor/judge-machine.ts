// What this machine and its keychain bring to a run. Pure.
import type { CheckRow } from '../check.ts';
import { finding, good } from './row.ts';

/** What decides whom RMAN reaches and how it speaks (reference §1.3), in the order in which one looks. */
const TOLD = ['ORACLE_HOME', 'ORACLE_SID', 'TNS_ADMIN', 'NLS_LANG', 'NLS_DATE_FORMAT'] as const;

/** The environment that RMAN was given. Everything else of ours stays behind, above all TWO_TASK and LOCAL. */
export const environmentRow = (env: Readonly<Record<string, string>>): CheckRow =>
  good('environment', TOLD.flatMap((name) => (env[name] === undefined ? [] : [`${name}=${env[name]}`])).join('  '));

/** One row where something is, or would be, stored; none where no secret is needed. */
export function keychainRow(state: 'available' | 'plain-text' | 'unavailable', needed: boolean): CheckRow[] {
  if (!needed) return [];
  if (state === 'available') return [good('keychain', '')];
  return [
    state === 'plain-text'
      ? finding('keychain', 'warning', '', 'doctor.keychain-plain')
      : finding('keychain', 'bad', '', 'doctor.keychain-closed'),
  ];
}
