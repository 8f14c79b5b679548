// Records the newest schema: a dump of a file with one of everything in it, and what the store says about it. Run by
// scripts/record-schema.mjs. An existing record is replaced only while its schema was not released.
import { writeFileSync } from 'node:fs';
import { migrations } from '../../../electron/store/migrations/list.ts';
import { openInProcess, storeDirectory } from '../store-in-process.ts';
import { dumpOf, openSqlite } from './dump.ts';
import { factsOf, fill } from './facts.ts';
import { recordPaths } from './recorded.ts';

/** Writes both files of the newest schema. @returns its number. */
export async function recordNewest(): Promise<number> {
  const version = migrations.length;
  const paths = recordPaths(version);
  const directory = storeDirectory();
  try {
    const store = openInProcess(directory.file);
    await fill(store);
    const facts = await factsOf(store);
    await store.close();
    const database = openSqlite(directory.file);
    writeFileSync(paths.dump, dumpOf(database));
    database.close();
    writeFileSync(paths.facts, `${JSON.stringify(facts, null, 1)}\n`);
  } finally {
    directory.remove();
  }
  return version;
}
