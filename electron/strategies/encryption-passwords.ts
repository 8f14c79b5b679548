// The passwords of encrypted backups: kept in the keychain under the strategy's id, read for a run alone.
import type { Secrets } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { encryptionSecretOf } from '../app/secret-names.ts';
import { passwordFormSchema } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { refuseProblems } from '../../shared/errors/field-problem.ts';

export function createEncryptionPasswords({ store, secrets }: { store: Pick<Store, 'strategies'>; secrets: Secrets }) {
  return {
    has: (strategyId: string): Promise<boolean> => secrets.has(encryptionSecretOf(strategyId)),

    /** @throws AppError `input.invalid`, `strategy.missing`, `secret.plain-refused` unless `acceptPlainText` */
    async set(strategyId: string, password: string, acceptPlainText: boolean): Promise<void> {
      refuseProblems(passwordFormSchema, { password });
      if (!(await store.strategies.get(strategyId))) throw new AppError('strategy.missing');
      await secrets.write(encryptionSecretOf(strategyId), password, acceptPlainText);
    },

    forget: (strategyId: string): Promise<void> => secrets.forget(encryptionSecretOf(strategyId)),

    /** @throws AppError `strategy.no-password` when none is stored, `secret.unavailable` */
    async read(strategyId: string, strategyName: string): Promise<string> {
      if (!(await secrets.has(encryptionSecretOf(strategyId)))) throw new AppError('strategy.no-password', { strategy: strategyName });
      return secrets.read(encryptionSecretOf(strategyId), strategyName);
    },
  };
}

export type EncryptionPasswords = ReturnType<typeof createEncryptionPasswords>;
