// The JSON Schema of strategy files is the one of today's fields, and takes and refuses what the reader does.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strategiesFromFile, strategiesToFile, strategyToFile } from '../../../../shared/domain/strategy-file.ts';
import { strategyFileJsonSchema } from '../../../../shared/domain/strategy/file-json-schema.ts';
import { fits } from '../../../support/json-schema.ts';
import { strategyKinds } from '../../../support/strategy-kinds.ts';
import { anySpec, strategySpec } from '../../../support/strategy-specs.ts';

const written = JSON.parse(
  readFileSync(new URL('../../../../docs/strategy-format.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

/** What the reader says, and what the schema says. */
function both(value: unknown): [reader: boolean, schema: boolean] {
  return [isRead(JSON.stringify(value)), fits(written, value)];
}

function isRead(text: string): boolean {
  try {
    return strategiesFromFile(text).every(({ kind }) => kind === 'good');
  } catch {
    return false;
  }
}

test('is current: node scripts/strategy-schema.mjs writes it', () => {
  expect(JSON.parse(JSON.stringify(strategyFileJsonSchema()))).toEqual(written);
});

describe('the JSON Schema', () => {
  test('takes every file that is written, of any strategy', () => {
    for (const [name, spec] of strategyKinds('/backup')) {
      expect([name, ...both(JSON.parse(strategyToFile(spec)))]).toEqual([name, true, true]);
    }
    fc.assert(
      fc.property(anySpec, (spec) => {
        const set = JSON.parse(strategiesToFile([{ target: 'PROD', spec }, { target: null, spec }])) as unknown;
        expect([both(set), both(spec)]).toEqual([[true, true], [true, true]]);
      }),
      { numRuns: 100 },
    );
  });

  const files = { kind: 'database', mode: 'full' };
  test.each<[string, object]>([
    ['the least that is needed', { name: 'x', scope: files }],
    ['an older envelope', { format: 'respaldo.strategy', formatVersion: 1, strategy: { name: 'x', scope: files } }],
    ['logs without their range', { name: 'x', scope: { kind: 'archived-logs' } }],
    ['an open range', { name: 'x', scope: { kind: 'archived-logs', range: { by: 'scn', from: 3 } } }],
    ['tape without parms', { name: 'x', scope: files, device: { kind: 'sbt' } }],
    ['a channel with one option', { name: 'x', scope: files, perChannel: [{ rate: '9M' }] }],
    ['encryption without algorithm', { name: 'x', scope: files, encryption: { kind: 'dual' } }],
    ['steps partly named', { name: 'x', scope: files, afterwards: { crosscheck: true } }],
    ['a short schedule', { name: 'x', scope: files, schedule: { rule: { kind: 'daily', times: ['02:00'] }, zone: 'UTC' } }],
    ['retries partly named', { name: 'x', scope: files, retries: { count: 1 } }],
    ['a short export', { name: 'x', scope: { kind: 'data-pump', what: { by: 'schemas', schemas: ['HR'] } } }],
    ['a window', { name: 'x', scope: { ...files, plusArchivedLogs: false }, duration: { minutes: 5 } }],
  ])('takes %s, as the reader does', (_what, value) => {
    expect(both(value)).toEqual([true, true]);
  });

  const spec = strategySpec();
  test.each<[string, unknown]>([
    ['no object', []],
    ['nothing', {}],
    ['no name', { scope: files }],
    ['no scope', { name: 'x' }],
    ['an unknown field', { ...spec, chanels: 2 }],
    ['a field of another kind', { name: 'x', scope: { kind: 'spfile', mode: 'full' } }],
    ['an unknown kind', { name: 'x', scope: { kind: 'files' } }],
    ['too many channels', { ...spec, channels: 33 }],
    ['half a channel', { ...spec, channels: 1.5 }],
    ['a number as a text', { ...spec, channels: '2' }],
    ['an unknown compression', { ...spec, compression: 'best' }],
    ['a size without a unit', { ...spec, maxSetSize: '5' }],
    ['a long name', { ...spec, name: 'x'.repeat(61) }],
    ['an encryption that is none', { ...spec, encryption: { kind: 'password', password: 'secret' } }],
    ['an empty list of PDBs', { name: 'x', scope: { kind: 'pdbs', pdbs: [], mode: 'full' } }],
    ['an export of nothing', { name: 'x', scope: { kind: 'data-pump' } }],
    ['keep without an end', { ...spec, keep: { restorePoint: null } }],
    ['a schedule without a zone', { ...spec, schedule: { rule: { kind: 'daily', times: ['02:00'] } } }],
    ['another format', { format: 'other', formatVersion: 3, strategy: spec }],
    ['a newer version', { format: 'respaldo.strategy', formatVersion: 4, strategy: spec }],
    ['a set in an old version', { format: 'respaldo.strategy', formatVersion: 2, strategies: [{ strategy: spec }] }],
    ['an empty set', { format: 'respaldo.strategy', formatVersion: 3, strategies: [] }],
    ['a password in the envelope', { format: 'respaldo.strategy', formatVersion: 3, strategy: spec, password: 'x' }],
    ['a password beside a strategy', { format: 'respaldo.strategy', formatVersion: 3, strategies: [{ strategy: spec, password: 'x' }] }],
  ])('refuses %s, as the reader does', (_what, value) => {
    expect(both(value)).toEqual([false, false]);
  });

  test('has no place for a secret', () => {
    expect(Object.keys(allProperties(written)).filter((key) => /passw|secret|credential/i.test(key))).toEqual([]);
  });
});

function allProperties(schema: unknown, found: Record<string, true> = {}): Record<string, true> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) found[name] = true;
    allProperties(value, found);
  }
  return found;
}
