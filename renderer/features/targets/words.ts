// How a database's runner and login are written in one line.
import type { TargetLogin, TargetRunner } from '../../../shared/domain/target.ts';
import { placeText } from '../../../shared/domain/runner-place.ts';
import type { T } from '../../i18n/languages.ts';

export function runnerText(runner: TargetRunner, t: T): string {
  switch (runner.kind) {
    case 'local':
      return t('targets.localShort', { sid: runner.oracleSid, home: runner.oracleHome });
    case 'simulated':
      return t('targets.simulatedShort', { version: RELEASES[runner.version] });
    default:
      return t('targets.elsewhereShort', { sid: runner.oracleSid, home: runner.oracleHome, place: placeText(runner) });
  }
}

export function loginText(login: TargetLogin, t: T): string {
  const as = login.as.toUpperCase();
  if (login.kind === 'os') return t('targets.loginOsShort', { as });
  if (login.kind === 'wallet') return t('targets.loginWalletShort', { alias: login.alias, as });
  const where = login.connectIdentifier ?? t('targets.localInstance');
  return t('targets.loginPasswordShort', { user: login.username, where, as });
}

/** The releases that the simulated RMAN imitates, as DBAs call them. */
export const RELEASES: Record<Extract<TargetRunner, { kind: 'simulated' }>['version'], string> = {
  '11.2': '11g (11.2)',
  '12.2': '12c (12.2)',
  '19': '19c',
  '21': '21c',
  '23': '23ai',
};
