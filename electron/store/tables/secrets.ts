// Secrets as the keychain encrypted them: bytes under a name, never looked into.
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';

export function createSecrets({ sql, value }: Connection): Tables['secrets'] {
  return {
    get(name) {
      const cipher = value<Uint8Array>('SELECT cipher FROM secrets WHERE name = ?').get(name);
      return cipher ? new Uint8Array(cipher) : null;
    },
    put(name, cipher) {
      // better-sqlite3 takes bytes as a Buffer only; a view of the same memory is enough.
      const bytes = Buffer.from(cipher.buffer, cipher.byteOffset, cipher.byteLength);
      sql('INSERT INTO secrets (name, cipher) VALUES (?, ?) ON CONFLICT DO UPDATE SET cipher = excluded.cipher').run(
        name,
        bytes,
      );
    },
    remove(name) {
      sql('DELETE FROM secrets WHERE name = ?').run(name);
    },
  };
}
