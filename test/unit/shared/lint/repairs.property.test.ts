// Whatever the strategies are: a repair comes to a good strategy, makes nothing worse, and every finding can be read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotificationEvent } from '../../../../shared/domain/notification.ts';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { newDataPumpScope } from '../../../../shared/domain/strategy/data-pump.ts';
import { NO_FACTS } from '../../../../shared/lint/facts.ts';
import { isWorse, SEVERITIES, type Finding } from '../../../../shared/lint/finding.ts';
import { findingWords, lint, type LintedStrategy } from '../../../../shared/lint/lint.ts';
import { repairText } from '../../../../shared/lint/repairs.ts';
import { anySpec, strategySpec } from '../../../support/strategy-specs.ts';
import { after, daily, FACTS, hourly, judge, monthly, NOW, ROADS, sundays, type Circumstances } from '../../../support/lint-sets.ts';

const others = fc.constantFrom(
  strategySpec({ scope: { ...newDataPumpScope(), what: { by: 'full' } }, compression: 'none' }),
  strategySpec({ scope: { kind: 'custom-script', text: "BACKUP FORMAT '/backup/x' DATABASE PLUS ARCHIVELOG;" }, compression: 'none' }),
);
const spec = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: anySpec }, { weight: 1, arbitrary: others }),
    fc.constantFrom(null, daily('02:00'), daily('02:00', '14:00'), sundays('02:00'), hourly, monthly(1), monthly(15)),
    fc.constantFrom({ kind: 'skip' as const }, { kind: 'run-once' as const }),
    fc.constantFrom<(NotificationEvent[] | null)[]>(null, [], ['failure']),
  )
  .map(([one, schedule, missed, on]) => ({ ...one, schedule, missed, notifications: { recipients: null, on } }));
const set: fc.Arbitrary<LintedStrategy[]> = fc
  .array(fc.tuple(spec, fc.boolean()), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([one, on], index) => ({ id: `s${index}`, enabled: on || index === 0, spec: { ...one, name: `Strategy ${index}` } })));
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  facts: fc.constantFrom(
    {}, NO_FACTS, { archivelog: false }, { role: 'PHYSICAL STANDBY', edition: { name: 'Standard Edition 2' } },
    { configured: { ...FACTS.configured!, retention: { kind: 'redundancy' as const, copies: 1 }, autobackup: false } },
    { configured: { ...FACTS.configured!, retention: { kind: 'none' as const } }, recoveryArea: { path: '/u02/oradata/PROD' } },
  ),
  roads: fc.constantFrom(ROADS, null, { desktop: [], webhook: null, mail: null }),
});

const keyOf = ({ rule, strategies, path }: Finding): string => `${rule} ${strategies[0] ?? ''} ${path ?? ''}`;

describe('any set of strategies', () => {
  it('is made no worse by any repair, and by none to what cannot be saved', () => {
    fc.assert(
      fc.property(set, circumstances, (strategies, within) => {
        const before = judge(strategies, within);
        const known = new Map(before.map((one) => [keyOf(one), one.severity]));
        for (const finding of before) {
          for (const repair of finding.repairs) {
            const mended = after(strategies, repair);
            const { spec: result } = mended.find(({ id }) => id === repair.strategyId)!;
            expect(strategySpecSchema.safeParse(result).error, repair.choice).toBeUndefined();
            const worse = judge(mended, within).filter((one) => {
              const earlier = known.get(keyOf(one));
              const isNew = earlier === undefined || isWorse(one.severity, earlier);
              return isNew && isWorse(one.severity, finding.severity);
            });
            expect(worse.map(({ rule }) => rule), `${finding.rule}: ${repair.choice}`).toEqual([]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is judged in order, and in words', () => {
    fc.assert(
      fc.property(set, circumstances, (strategies, within) => {
        const findings = judge(strategies, within);
        const ranks = findings.map(({ severity }) => SEVERITIES.indexOf(severity));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        for (const finding of findings) {
          for (const language of ['en', 'es'] as const) {
            const buttons = finding.repairs.map((one) => repairText(one, language));
            expect([...Object.values(findingWords(finding, language)), ...buttons].join('\n')).not.toMatch(/undefined|NaN|\[object|Infinity/);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has the same findings in whatever order it comes, but for who is named first', () => {
    fc.assert(
      fc.property(set, (strategies) => {
        const rules = (all: LintedStrategy[]) => [...new Set(judge(all).map(({ rule }) => rule))].sort();
        expect(rules(strategies.toReversed())).toEqual(rules(strategies));
      }),
      { numRuns: 40 },
    );
  });

  it('says nothing of a set about a strategy alone', () => {
    fc.assert(
      fc.property(set, ([strategy]) => {
        const findings = lint({ facts: NO_FACTS, strategies: [strategy!], roads: null, now: NOW, alone: true });
        expect(findings.every(({ strategies }) => strategies[0] === strategy!.id)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
