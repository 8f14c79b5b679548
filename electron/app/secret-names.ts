// Under which names the keychain keeps passwords: one place, so that what is deleted with its owner is all of it.

/** RMAN's password of a target. */
export const secretNameOf = (targetId: string): string => `target:${targetId}`;

/** The user's of the SQL connection, or the wallet's that it opens. */
export type SecretOf = 'user' | 'wallet';

/** A password of a target's SQL connection; RMAN's own is another one. */
export const sqlSecretNameOf = (targetId: string, which: SecretOf): string =>
  which === 'user' ? `target-sql:${targetId}` : `target-sql-wallet:${targetId}`;

/** The password that a strategy's backups are encrypted with. */
export const encryptionSecretOf = (strategyId: string): string => `strategy:${strategyId}:encryption`;

/** Everything that goes with a target, beside what goes with its strategies. */
export const secretNamesOf = (targetId: string): string[] => [
  secretNameOf(targetId),
  sqlSecretNameOf(targetId, 'user'),
  sqlSecretNameOf(targetId, 'wallet'),
];
