// The statements of a strategy that carry its password. They go to RMAN through standard input, never into a script,
// a command line or a log (reference §1.2).
import type { StrategySpec } from '../domain/strategy.ts';
import { needsPassword } from '../domain/strategy/options.ts';
import { algorithmClause } from './render-script.ts';

/** What RMAN cannot take as one quoted string, or would replace. */
const UNUSABLE = /["\p{Cc}]|&\d/u;

/** True when the password can be given to RMAN. */
export const isUsablePassword = (password: string): boolean => password !== '' && password.length <= 128 && !UNUSABLE.test(password);

/**
 * What comes before the script; empty when the strategy needs no password.
 * @throws Error for a password that `isUsablePassword` refuses: a caller forgot to check it, which is a bug
 */
export function secretStatements(spec: Pick<StrategySpec, 'encryption' | 'afterwards'>, password: string): string[] {
  const { encryption } = spec;
  if (!needsPassword(encryption) || encryption.kind === 'as-configured') return [];
  if (!isUsablePassword(password)) throw new Error('a password that RMAN could not take as one string');
  // Without ONLY the backup can be opened by the keystore as well (reference §2.4).
  const only = encryption.kind === 'password' ? ' ONLY' : '';
  return [
    `SET ENCRYPTION ON IDENTIFIED BY "${password}"${only}${algorithmClause(encryption.algorithm)};`,
    ...(spec.afterwards.restoreValidate ? [`SET DECRYPTION IDENTIFIED BY "${password}";`] : []),
  ];
}
