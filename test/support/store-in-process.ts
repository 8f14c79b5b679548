// The real store without its worker, on a real file in a directory of its own: same tables, same rules, no thread.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationItself } from '../../electron/app/acting.ts';
import type { Store } from '../../electron/app/store-port.ts';
import type { Deed } from '../../electron/app/user-ports.ts';
import { bindingForOldRuntime } from '../../electron/store/native-binding.ts';
import { storeFace } from '../../electron/store/store-face.ts';
import type { StoreLimits } from '../../electron/store/tables/all-tables.ts';
import { startStore } from '../../electron/store/store-server.ts';

const OPENED_AT = 1_700_000_000_000;

const byTheTest = (): Deed => ({ by: applicationItself(), at: OPENED_AT });

export type StoreDirectory = { path: string; file: string; remove: () => void };

/** A directory for a store's file that goes away with `remove`. */
export function storeDirectory(): StoreDirectory {
  const path = mkdtempSync(join(tmpdir(), 'respaldo-store-'));
  return { path, file: join(path, 'respaldo.sqlite'), remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Opens `file` as the worker would. */
export function openInProcess(file: string, limits?: StoreLimits, deed: () => Deed = byTheTest): Store {
  const server = startStore({ path: file, openedAt: OPENED_AT, nativeBinding: bindingForOldRuntime() }, limits);
  return {
    // Values cross to the worker as copies; they do here too.
    ...storeFace((method, values) => server.answer(method, structuredClone(values), deed())),
    notices: () => server.notices,
    close: async () => server.close(),
  };
}

/** A new, empty store; `close` removes its file. */
export function storeInProcess(): Store {
  const directory = storeDirectory();
  const store = openInProcess(directory.file);
  return {
    ...store,
    async close() {
      await store.close();
      directory.remove();
    },
  };
}
