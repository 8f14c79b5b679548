// Loads and saves the simulated database: one JSON file, replaced atomically, changed only under the lock.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.ts';
import type { SimulatedDatabase } from './model.ts';

export interface Store {
  /** A snapshot; changing it changes nothing. */
  read(): SimulatedDatabase;
  /** Changes the database in one transaction and gives back what `change` returns. Nothing is saved when it throws. */
  update<T>(change: (database: SimulatedDatabase) => T): T;
}

/** @param create makes the database the first time; runs inside the transaction. */
export function openStore(home: string, create: () => SimulatedDatabase): Store {
  mkdirSync(home, { recursive: true });
  const file = join(home, 'state.json');
  const lock = join(home, 'state.lock');

  const load = (): SimulatedDatabase | null => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as SimulatedDatabase;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  const save = (database: SimulatedDatabase): void => {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(database));
    renameSync(draft, file);
  };
  const update = <T>(change: (database: SimulatedDatabase) => T): T =>
    withLock(lock, () => {
      const database = load() ?? create();
      const result = change(database);
      save(database);
      return result;
    });

  return { read: () => load() ?? update((database) => database), update };
}
