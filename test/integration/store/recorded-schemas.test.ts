// Every schema that the store ever had is brought to the newest with all that was in it. A new schema is recorded with
// `npm run record-schema` (docs/contributing.md).
import { everyRun } from '../../../shared/domain/history.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../../electron/store/file/open-file.ts';
import { migrations } from '../../../electron/store/migrations/list.ts';
import { bindingForOldRuntime } from '../../../electron/store/native-binding.ts';
import { dumpOf, openSqlite, restore, schemaOf } from '../../support/schemas/dump.ts';
import { factsOf } from '../../support/schemas/facts.ts';
import { recordedSchemas } from '../../support/schemas/recorded.ts';
import { sampleStrategy, sampleTarget } from '../../support/store-samples.ts';
import { openInProcess, storeDirectory, type StoreDirectory } from '../../support/store-in-process.ts';

const recorded = recordedSchemas();
const newest = migrations.length;
let directory: StoreDirectory;
beforeEach(() => {
  directory = storeDirectory();
});
afterEach(() => directory.remove());

/** Looks into a file and lets go of it. */
function looking<Answer>(path: string, look: (database: ReturnType<typeof openSqlite>) => Answer): Answer {
  const database = openSqlite(path);
  try {
    return look(database);
  } finally {
    database.close();
  }
}

/** Name and statement of everything, whatever order it was made in. */
const outline = (path: string): string[] =>
  looking(path, (database) => schemaOf(database).map(({ name, sql }) => `${name}: ${sql}`).sort());

const copies = (): string[] => readdirSync(directory.path).filter((name) => name.includes('.before-v'));

const open = (steps: readonly string[] = migrations): void => {
  const options = { path: directory.file, now: 1_700_000_000_000, nativeBinding: bindingForOldRuntime() };
  openFile({ ...options, migrations: steps }).connection.database.close();
};

it('there is a record of the first schema and of the newest', () => {
  const versions = recorded.map(({ version }) => version);
  expect(versions[0]).toBe(1);
  expect(versions.at(-1)).toBe(newest);
});

describe.each(recorded)('schema $version', ({ version, dump, facts }) => {
  it('is what its migrations still make: nobody edited an old one', () => {
    open(migrations.slice(0, version));
    const made = outline(directory.file);
    const record = join(directory.path, 'record.sqlite');
    restore(dump, record);
    expect(outline(record)).toEqual(made);
  });

  it('comes to the newest schema with every fact', async () => {
    restore(dump, directory.file);
    const store = openInProcess(directory.file);
    expect(store.notices()).toEqual([]);
    expect(await factsOf(store)).toMatchObject(facts);
    await store.close();
    expect(looking(directory.file, (database) => database.pragma('user_version', { simple: true }))).toBe(newest);
    const fresh = join(directory.path, 'fresh.sqlite');
    await openInProcess(fresh).close();
    expect(outline(directory.file)).toEqual(outline(fresh));
    expect(looking(directory.file, (database) => database.pragma('integrity_check', { simple: true }))).toBe('ok');
  });

  it('is still writable afterwards: full-text search, counters and orders go on', async () => {
    restore(dump, directory.file);
    const store = openInProcess(directory.file);
    const before = await factsOf(store);
    const [run] = before['runs'] as { id: string }[];
    await store.runs.move(run?.id ?? '', 'queued', 'cancelled', 1_800_000_000_000, { endedAt: 1_800_000_000_000 });
    const { total } = await store.runs.page(
      { ...everyRun, states: ['cancelled'], text: 'semanal' },
      { by: 'duration', descending: true }, null, 10,
    );
    expect(total).toBe(1);
    await store.close();
  });

  it.runIf(version < newest)('is copied aside before, complete, and only once', async () => {
    restore(dump, directory.file);
    await openInProcess(directory.file).close();
    await openInProcess(directory.file).close();
    expect(copies()).toHaveLength(1);
    expect(copies()[0]).toContain(`.before-v${version + 1}-`);
    expect(looking(join(directory.path, copies()[0] ?? ''), dumpOf)).toBe(dump);
  });

  it('stays as it was when a step fails halfway', () => {
    restore(dump, directory.file);
    const failing = [...migrations, `DELETE FROM targets; CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);`];
    expect(() => open(failing)).toThrow(/nowhere/);
    expect(looking(directory.file, dumpOf)).toBe(dump);
    expect(copies()).toHaveLength(1);
    open();
    expect(outline(directory.file).some((line) => line.startsWith('half'))).toBe(false);
  });

  it('stays as it was when a step leaves rows that refer to nothing', () => {
    restore(dump, directory.file);
    const orphaning = 'PRAGMA defer_foreign_keys = ON; DELETE FROM targets;'
      + 'INSERT INTO strategies (id, target_id, name_key, enabled, version, created_at, updated_at) '
      + "VALUES ('s', 'no such target', 'n', 1, 1, 0, 0);";
    expect(() => open([...migrations, orphaning])).toThrow(/refer to nothing/);
    expect(looking(directory.file, dumpOf)).toBe(dump);
  });

  it('is refused untouched when it is newer than this Respaldo', () => {
    restore(dump, directory.file);
    const before = readFileSync(directory.file);
    expect(() => open(migrations.slice(0, version - 1))).toThrow(/store\.newer/);
    expect(readFileSync(directory.file)).toEqual(before);
    expect(existsSync(`${directory.file}-wal`)).toBe(false);
  });
});

it('names what it cannot read instead of leaving it out in silence', async () => {
  const store = openInProcess(directory.file);
  const target = sampleTarget('Known');
  const strategy = sampleStrategy(target, 'Lost');
  await store.targets.save(target, null);
  await store.targets.save(sampleTarget('Unknown'), null);
  await store.strategies.save(strategy, null);
  await store.close();
  looking(directory.file, (database) => {
    database.exec(`UPDATE strategy_versions SET spec = json_set(spec, '$.channels', 'many')`);
    database.exec(`UPDATE targets SET spec = '{}' WHERE name_key = 'unknown'`);
  });
  const again = openInProcess(directory.file);
  const listed = { targets: await again.targets.list(), strategies: await again.strategies.list() };
  expect(listed.targets.map(({ spec }) => spec.name)).toEqual(['Known']);
  expect(await again.targets.unlisted(listed.targets.map(({ id }) => id))).toEqual(['unknown']);
  expect(await again.strategies.unlisted(listed.strategies.map(({ id }) => id))).toEqual(['lost']);
  await again.close();
});
