// Ties the endpoints of encryption passwords to their service; converts, decides nothing.
import type { EncryptionPasswords } from '../strategies/encryption-passwords.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

type Own = Extract<keyof RespaldoHandlers, `strategySecrets.${string}`>;

export function strategySecretsHandlers(passwords: EncryptionPasswords): Pick<RespaldoHandlers, Own> {
  return {
    'strategySecrets.hasPassword': ({ id }) => passwords.has(id),
    'strategySecrets.setPassword': ({ id, password, acceptPlainText }) => passwords.set(id, password, acceptPlainText),
    'strategySecrets.forgetPassword': ({ id }) => passwords.forget(id),
  };
}
