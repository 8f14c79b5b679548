// Whatever is put into a strategy's fields, it is refused beside that very field, or RMAN reads it as one string or
// comment. The judge is a tokeniser of its own; the last tests show that it catches a generator without checks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strategySpecSchema, type StrategySpec } from '../../../../shared/domain/strategy.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { renderScript } from '../../../../shared/rman/render-script.ts';
import { FORBIDDEN, hostileText } from '../../../support/hostile-text.ts';
import { handedOn, readRman, shapeOf } from '../../../support/rman-tokeniser.ts';
import { anySpec, choices, goodFormat, goodName, goodSize, goodTag, strategySpec } from '../../../support/strategy-specs.ts';
import { expectedTokens, OWN_COMMENT } from './expected-reading.ts';

const ID = '01JZZZZZZZABCDEFGHJKMNPQRS';
const RUNS = 600;

type TextField = 'name' | 'notes' | 'tag' | 'format';
const GOOD: Record<TextField, fc.Arbitrary<string>> = {
  name: goodName,
  notes: goodName,
  tag: goodTag,
  format: goodFormat,
};
const fields = Object.keys(GOOD) as TextField[];

type OtherText = { good: fc.Arbitrary<string>; put(spec: StrategySpec, value: string): StrategySpec | null };
const plain: StrategySpec = strategySpec();
const files = { mode: 'full', plusArchivedLogs: false } as const;
const path = fc.constantFrom('/u02/users01.dbf', '+DATA/x', 'D:\\data\\x.dbf');
const oracleName = fc.constantFrom('USERS', 'My TS', 'pdb1', 'CDB$ROOT', 'Año');

/** Every other text that reaches a script: where it is put, and what is good there. */
const OTHER_TEXTS: Record<string, OtherText> = {
  'scope.pdbs': { good: oracleName, put: (_, value) => ({ ...plain, scope: { kind: 'pdbs', pdbs: [value], ...files } }) },
  'scope.tablespaces': {
    good: oracleName,
    put: (_, value) => ({ ...plain, scope: { kind: 'tablespaces', tablespaces: ['PDB1:A', value], ...files } }),
  },
  'scope.datafiles': { good: path, put: (_, value) => ({ ...plain, scope: { kind: 'datafiles', datafiles: [1, value], ...files } }) },
  'scope.destination': {
    good: path,
    put: (_, value) => ({ ...plain, compression: 'none', scope: { kind: 'recovery-area', destination: value } }),
  },
  'scope.range.from.moment': {
    good: fc.constantFrom('2026-10-04T02:00'),
    put: (_, value) => ({
      ...plain,
      scope: {
        kind: 'archived-logs', notBackedUpTimes: null, deleteInput: 'keep',
        range: { by: 'time', from: { kind: 'at', moment: value }, until: null },
      },
    }),
  },
  'device.parms': {
    good: fc.constantFrom('SBT_LIBRARY=/opt/libobk.so', 'ENV=(A=1,B=2)'),
    put: (_, value) => ({ ...plain, device: { kind: 'sbt', parms: value } }),
  },
  'perChannel.format': {
    good: goodFormat,
    put: (_, value) => ({ ...plain, perChannel: [{ format: value, rate: null, connect: null }] }),
  },
  'perChannel.rate': { good: goodSize, put: (_, value) => ({ ...plain, perChannel: [{ format: null, rate: value, connect: null }] }) },
  'perChannel.connect': {
    good: fc.constantFrom('prod1', 'rac1:1521/prod', '//h/s'),
    put: (_, value) => ({ ...plain, perChannel: [{ format: null, rate: null, connect: value }] }),
  },
  'keep.restorePoint': {
    good: fc.constantFrom('YEAR_END', 'Q1$2026'),
    put: (_, value) => ({ ...plain, format: '/k/%U', keep: { until: { kind: 'forever' }, restorePoint: value } }),
  },
  'keep.until.date': {
    good: fc.constantFrom('2031-12-31'),
    put: (_, value) => ({ ...plain, format: '/k/%U', keep: { until: { kind: 'date', date: value }, restorePoint: null } }),
  },
  'controlFile.format': {
    good: fc.constantFrom('/b/%F', '+FRA', 'D:\\cf\\%F'),
    put: (_, value) => ({ ...plain, controlFile: { kind: 'autobackup', configure: true, format: value } }),
  },
  sectionSize: { good: goodSize, put: (_, value) => ({ ...plain, sectionSize: value }) },
  maxSetSize: { good: goodSize, put: (_, value) => ({ ...plain, maxSetSize: value }) },
  maxPieceSize: { good: goodSize, put: (_, value) => ({ ...plain, maxPieceSize: value }) },
  tag: { good: goodTag, put: (base, value) => (base.scope.kind === 'database' ? { ...base, tag: value } : null) },
};

/** What the judge holds against a script; empty when RMAN would read just the strategy. */
function objections(spec: StrategySpec, text: string): string[] {
  const reading = readRman(text);
  const wanted = expectedTokens(spec, ID);
  const found: string[] = [];
  if (JSON.stringify(reading.tokens) !== JSON.stringify(wanted)) found.push('other commands or values');
  if (reading.comments[0] !== ` Strategy: ${spec.name} (version 7)`) found.push('the name left its comment');
  if (reading.comments.slice(2).some((comment) => !OWN_COMMENT.test(comment))) found.push('other comments');
  if (new TextDecoder().decode(new TextEncoder().encode(text)) !== text) found.push('the file would hold another text');
  for (const form of handedOn(text)) {
    if (shapeOf(readRman(form)) !== shapeOf({ tokens: wanted, comments: reading.comments })) found.push('another shape on the way');
  }
  return found;
}

const rendered = (spec: StrategySpec): string => renderScript(spec, { version: 7, commandId: ID }).text;

describe('hostile values', () => {
  test.each(fields)('in %s are refused there or stay one token', (field) => {
    let accepted = 0;
    fc.assert(
      fc.property(choices, hostileText(GOOD[field]), (chosen, value) => {
        const spec = strategySpec({ ...chosen, [field]: value });
        const problems = problemsOf(strategySpecSchema, spec);
        if (problems.length > 0) {
          expect(new Set(problems.map(({ path }) => path))).toEqual(new Set([field]));
          expect(() => rendered(spec)).toThrow(expect.objectContaining({ code: 'input.invalid' }));
          return;
        }
        accepted += 1;
        expect(objections(spec, rendered(spec))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    // A check that refuses everything would be no proof.
    expect(accepted).toBeGreaterThan(RUNS / 20);
  });

  test('in all fields at once are refused at theirs or stay one token each', () => {
    const texts = fc.record({
      name: hostileText(goodName),
      notes: hostileText(goodName),
      tag: fc.option(hostileText(goodTag)),
      format: fc.option(hostileText(goodFormat)),
    });
    fc.assert(
      fc.property(choices, texts, (chosen, values) => {
        const spec = strategySpec({ ...chosen, ...values });
        const bad = new Set(problemsOf(strategySpecSchema, spec).map(({ path }) => path));
        for (const field of fields) {
          const alone = problemsOf(strategySpecSchema, strategySpec({ [field]: values[field] })).length > 0;
          expect(bad.has(field)).toBe(alone);
        }
        if (bad.size === 0) expect(objections(spec, rendered(spec))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(fields)('with a forbidden character are never accepted in %s', (field) => {
    fc.assert(
      fc.property(GOOD[field], fc.constantFrom(...FORBIDDEN), fc.nat(), (good, bad, place) => {
        const at = place % (good.length + 1);
        const value = good.slice(0, at) + bad + good.slice(at);
        const paths = problemsOf(strategySpecSchema, strategySpec({ [field]: value })).map(({ path }) => path);
        expect(paths).toContain(field);
      }),
    );
  });

  test.each(fields)('do not make good values of %s refused', (field) => {
    fc.assert(
      fc.property(GOOD[field], (value) => {
        expect(problemsOf(strategySpecSchema, strategySpec({ [field]: value }))).toEqual([]);
      }),
    );
  });

  test.each(Object.entries(OTHER_TEXTS))('in %s are refused there or stay one token', (path, { good, put }) => {
    let accepted = 0;
    fc.assert(
      fc.property(anySpec, hostileText(good), (base, value) => {
        const spec = put(base, value);
        if (spec === null) return;
        const problems = problemsOf(strategySpecSchema, spec);
        if (problems.length > 0) {
          expect(() => rendered(spec)).toThrow(expect.objectContaining({ code: 'input.invalid' }));
          return;
        }
        accepted += 1;
        expect(objections(spec, rendered(spec))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect([path, accepted > 5]).toEqual([path, true]);
  });

  test('of the whole model are read as they were meant', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        expect(problemsOf(strategySpecSchema, spec)).toEqual([]);
        expect(objections(spec, rendered(spec))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('among numbers and choices are refused at their field', () => {
    const numbers = fc.oneof(fc.double(), fc.integer(), fc.constantFrom('1; EXIT', null, undefined, {}, [], '1', true));
    fc.assert(
      fc.property(numbers, (value) => {
        const spec = { ...strategySpec(), channels: value } as StrategySpec;
        const good = Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 32;
        expect(problemsOf(strategySpecSchema, spec).map(({ path }) => path)).toEqual(good ? [] : ['channels']);
        if (good) expect(objections(spec, rendered(spec))).toEqual([]);
        else expect(() => rendered(spec)).toThrow(expect.objectContaining({ code: 'input.invalid' }));
      }),
    );
    for (const mode of ["level-0'; HOST 'id", 'FULL', '']) {
      const spec = strategySpec({ scope: { kind: 'database', mode, plusArchivedLogs: true } as never });
      expect(problemsOf(strategySpecSchema, spec).map(({ path }) => path)).toEqual(['scope.mode']);
    }
  });
});

describe('the judge', () => {
  /** What a generator without checks would write. */
  const naive = (spec: StrategySpec): string => {
    const good = strategySpec({ ...spec, name: 'NAME', tag: 'TAG_HERE', format: '/format/%U' });
    return rendered(good)
      .replace('NAME', () => spec.name)
      .replace('TAG_HERE', () => spec.tag ?? '')
      .replace('/format/%U', () => spec.format ?? '');
  };
  const whole = (change: Partial<StrategySpec>): StrategySpec =>
    strategySpec({ tag: 'GOOD', format: '/backup/%U', ...change });

  test('has nothing against a good strategy, however it is written', () => {
    expect(objections(whole({}), naive(whole({})))).toEqual([]);
  });

  test.each<[string, Partial<StrategySpec>]>([
    ['a quote that ends the string', { format: "/b/%U'; HOST 'id" }],
    ['a name that leaves its comment', { name: 'x\nDELETE NOPROMPT BACKUP;' }],
    ['a carriage return in the name', { name: 'x\rEXIT;' }],
    ['a Unicode line separator', { name: 'x\u2028EXIT;' }],
    ['a substitution variable in a string', { format: '/b/&1/%U' }],
    ['a substitution variable in a comment', { name: 'R&1' }],
    ['a full-width quote', { format: '/b/%U\uff07; EXIT; #' }],
    ['a typographic quote', { tag: 'A\u2019 EXIT' }],
    ['a lone surrogate', { tag: 'A\ud800' }],
    ['a NUL', { format: '/b/\u0000%U' }],
  ])('catches %s', (_, change) => {
    expect(objections(whole(change), naive(whole(change)))).not.toEqual([]);
  });

  test.each(['name', 'tag', 'format'] as const)('finds a counterexample for a generator without checks in %s', (field) => {
    const result = fc.check(
      fc.property(hostileText(GOOD[field]), (value) => {
        const spec = whole({ [field]: value });
        return objections(spec, naive(spec)).length === 0;
      }),
      { numRuns: RUNS },
    );
    expect(result.failed).toBe(true);
  });
});
