import { describe, expect, test } from 'vitest';
import { emptySchema, planInstallation, type FoundSchema } from '../../../../../electron/oracle/log-tables/plan.ts';
import type { Statement } from '../../../../../electron/oracle/log-tables/statement.ts';
import { logTableVersions, versionsOf } from '../../../../../electron/oracle/log-tables/versions.ts';
import { scriptOfNextVersion } from '../../../../support/log-tables/next-version.ts';

const versions = logTableVersions();
const upgraded = versionsOf([...versions.map(({ script }) => script), scriptOfNextVersion(versions.length + 1)]);

/** What a schema shows to its owner after these statements. */
function after(statements: readonly Statement[], before: FoundSchema = emptySchema) {
  const tables = new Map([...before.tables].map(([name, columns]) => [name, new Set(columns)]));
  const indexes = new Set(before.indexes);
  const views = new Set(before.views);
  const comments = new Map<string, string>(before.comments);
  const rows = [...before.versions];
  for (const { deed, text } of statements) {
    if (deed.kind === 'table') {
      tables.set(deed.table, new Set(deed.columns));
      // As Oracle does: a key has an index of its name.
      for (const [, key] of text.matchAll(/CONSTRAINT (\w+) (?:UNIQUE|PRIMARY KEY)/g)) indexes.add(String(key).toUpperCase());
    }
    if (deed.kind === 'constraint-gone') indexes.delete(deed.constraint);
    if (deed.kind === 'column') tables.get(deed.table)?.add(deed.column);
    if (deed.kind === 'index') indexes.add(deed.index);
    if (deed.kind === 'view') {
      views.add(deed.view);
      // As Oracle does: a view that is replaced has no comments.
      for (const name of comments.keys()) if (name.split('.')[0] === deed.view) comments.delete(name);
    }
    if (deed.kind === 'comment') comments.set(deed.column === null ? deed.on : `${deed.on}.${deed.column}`, deed.text);
    if (deed.kind === 'version') rows.push(deed.version);
  }
  return { tables, indexes, views, comments, versions: rows };
}

describe('what is still to be run', () => {
  const whole = planInstallation(versions, emptySchema).statements;
  const complete = after(whole);

  test('in an empty schema everything, in the order of the scripts', () => {
    const plan = planInstallation(versions, emptySchema);
    expect(plan).toMatchObject({ standing: 'absent', installed: 0, known: versions.length });
    expect(plan.statements).toEqual(versions.flatMap(({ statements }) => statements));
  });

  test('in a complete one nothing', () => {
    expect(planInstallation(versions, complete)).toMatchObject({ standing: 'ready', statements: [] });
  });

  test('after an interruption at any statement: what is missing, and it ends complete', () => {
    for (let done = 1; done < whole.length - 1; done += 1) {
      // The row of a version is not seen before it is committed.
      if (whole[done - 1]?.deed.kind === 'version') continue;
      const found = after(whole.slice(0, done));
      const plan = planInstallation(versions, found);
      expect(plan.standing).toBe(found.versions.length === 0 ? 'partial' : 'old');
      // A view is made anew until its version is complete: the one that is there could be older.
      const isOfView = ({ deed }: Statement): boolean =>
        deed.kind === 'view' || (deed.kind === 'comment' && deed.on.startsWith('RESPALDO_V_'));
      const others = (all: readonly Statement[]): Statement[] => all.filter((one) => !isOfView(one));
      expect(others(plan.statements)).toEqual(others(whole.slice(done)));
      expect(planInstallation(versions, after(plan.statements, found)).standing).toBe('ready');
    }
  });

  test('an older version gets the steps of the newer ones alone, and can be interrupted too', () => {
    const plan = planInstallation(upgraded, complete);
    expect(plan).toMatchObject({ standing: 'old', installed: versions.length, known: upgraded.length });
    expect(plan.statements).toEqual(upgraded.at(-1)?.statements);
    for (let done = 0; done < plan.statements.length; done += 1) {
      const found = after(plan.statements.slice(0, done), complete);
      const rest = planInstallation(upgraded, found);
      expect(planInstallation(upgraded, after(rest.statements, found)).standing).toBe('ready');
    }
  });

  test('what was dropped later is made again, comments included; changed words of the owner stay', () => {
    const tables = new Map(complete.tables);
    tables.delete('RESPALDO_LEASES');
    const comments = new Map([...complete.comments].filter(([name]) => !name.startsWith('RESPALDO_LEASES')));
    comments.set('RESPALDO_RUNS', 'Copias de seguridad');
    const plan = planInstallation(versions, { ...complete, tables, comments });
    expect(plan.standing).toBe('damaged');
    expect(plan.statements.map(({ deed }) => ('table' in deed ? deed.table : 'on' in deed ? deed.on : deed.kind))).toEqual(
      plan.statements.map(() => 'RESPALDO_LEASES'),
    );
    expect(plan.statements.length).toBeGreaterThan(5);
  });

  test('who does not own it sees no indexes, views and comments, and misses none of them', () => {
    const seen = { ...complete, indexes: null, views: null, comments: null };
    expect(planInstallation(versions, seen).standing).toBe('ready');
    expect(planInstallation(upgraded, seen).standing).toBe('old');
    const tables = new Map([...complete.tables].filter(([name]) => name !== 'RESPALDO_LEASES'));
    expect(planInstallation(versions, { ...seen, tables }).standing).toBe('damaged');
  });

  test('a newer schema gets nothing', () => {
    const plan = planInstallation(versions, { ...complete, versions: [...complete.versions, versions.length + 1] });
    expect(plan).toMatchObject({ standing: 'newer', installed: versions.length + 1, statements: [] });
  });

  test('a table of somebody else with one of our names stops everything', () => {
    const tables = new Map([['RESPALDO_RUNS', new Set(['RUN_ID', 'NOTES'])]]);
    const plan = planInstallation(versions, { ...emptySchema, tables });
    expect(plan).toMatchObject({ standing: 'foreign', statements: [] });
    expect(plan.foreign[0]?.table).toBe('RESPALDO_RUNS');
    expect(plan.foreign[0]?.missing).toContain('STATE');
    expect(plan.foreign[0]?.missing).not.toContain('RUN_ID');
  });
});
