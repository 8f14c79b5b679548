// A keychain in memory, with the port's refusals.
import type { Secrets } from '../../electron/app/ports.ts';
import { AppError } from '../../shared/errors/app-error.ts';

export function memorySecrets(kind: ReturnType<Secrets['keychain']> = 'available'): Secrets & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    keychain: () => kind,
    has: async (name) => kept.has(name),
    async read(name, target) {
      const value = kept.get(name);
      if (value === undefined) throw new AppError('secret.missing', { target });
      return value;
    },
    async write(name, value, acceptPlainText) {
      if (kind === 'unavailable' || (kind === 'plain-text' && !acceptPlainText)) throw new AppError('secret.plain-refused');
      kept.set(name, value);
    },
    async forget(name) {
      kept.delete(name);
    },
  };
}
