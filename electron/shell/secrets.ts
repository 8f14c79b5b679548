// Passwords through the desktop's keychain (safeStorage); the store keeps only what the keychain has encrypted.
import { safeStorage } from 'electron';
import type { Secrets } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { AppError } from '../../shared/errors/app-error.ts';

/** `ready` must have resolved (Electron's keychain works only then) before the first write or read. */
export function createSecrets(store: Pick<Store, 'secrets'>): Secrets {
  const keychain = (): ReturnType<Secrets['keychain']> => {
    // Without a keyring Linux falls back to a fixed key that anyone can read in Chromium's source.
    if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return 'plain-text';
    return safeStorage.isEncryptionAvailable() ? 'available' : 'unavailable';
  };

  return {
    keychain,
    has: async (name) => (await store.secrets.get(name)) !== null,
    async read(name, targetName) {
      const cipher = await store.secrets.get(name);
      if (!cipher) throw new AppError('secret.missing', { target: targetName });
      if (keychain() === 'plain-text') safeStorage.setUsePlainTextEncryption(true);
      try {
        return safeStorage.decryptString(Buffer.from(cipher));
      } catch {
        throw new AppError('secret.unavailable', { target: targetName });
      }
    },
    async write(name, value, acceptPlainText) {
      const kind = keychain();
      if (kind === 'unavailable' || (kind === 'plain-text' && !acceptPlainText)) throw new AppError('secret.plain-refused');
      if (kind === 'plain-text') safeStorage.setUsePlainTextEncryption(true);
      await store.secrets.put(name, new Uint8Array(safeStorage.encryptString(value)));
    },
    forget: (name) => store.secrets.remove(name),
  };
}
