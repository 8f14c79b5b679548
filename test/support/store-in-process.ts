// The real store without its worker, for tests of services: same tables, same rules, in a throw-away file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../electron/app/ports.ts';
import { bindingForOldRuntime } from '../../electron/store/native-binding.ts';
import { storeMethods } from '../../electron/store/store-methods.ts';
import { startStore } from '../../electron/store/store-server.ts';

/** A new, empty store; `close` removes its file. */
export function storeInProcess(): Store {
  const directory = mkdtempSync(join(tmpdir(), 'respaldo-store-'));
  const path = join(directory, 'respaldo.sqlite');
  const server = startStore({ path, openedAt: 1_700_000_000_000, nativeBinding: bindingForOldRuntime() });
  // Values cross to the worker as copies; they do here too.
  const ask = (method: string, values: unknown[]) => server.answer(method, structuredClone(values));
  const groups = Object.entries(storeMethods).map(([group, methods]) => [
    group,
    Object.fromEntries(Object.keys(methods).map((name) => [name, (...values: unknown[]) => ask(`${group}.${name}`, values)])),
  ]);
  return {
    ...(Object.fromEntries(groups) as Omit<Store, 'changesElsewhere' | 'notices' | 'close'>),
    changesElsewhere: () => ask('changesElsewhere', []) as Promise<number>,
    notices: () => server.notices,
    close: async () => {
      server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
