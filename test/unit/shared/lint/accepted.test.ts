import { describe, expect, it } from 'vitest';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { open } from '../../../../shared/lint/lint.ts';
import { strategySpec } from '../../../support/strategy-specs.ts';
import { judge, rulesOf, wellKept } from '../../../support/lint-sets.ts';

const alone = wellKept().filter(({ id }) => id !== 'away');
const accepting = (id: string, rule: string) =>
  alone.map((one) => (one.id === id ? { ...one, spec: { ...one.spec, accepted: [{ rule, reason: 'Copied by the array' }] } } : one));

describe('a finding that somebody knows', () => {
  it('stays a finding, with the reason and where it was given', () => {
    const [finding] = judge(accepting('logs', 'one-place'));
    expect(finding).toMatchObject({ rule: 'one-place', accepted: { strategyId: 'logs', reason: 'Copied by the array' } });
  });

  it('is not told', () => {
    expect(rulesOf(open(judge(alone)))).toEqual(['one-place']);
    expect(open(judge(accepting('weekly', 'one-place')))).toEqual([]);
  });

  it('is told to be known for its own rule alone', () => {
    expect(rulesOf(open(judge(accepting('weekly', 'no-schedule'))))).toEqual(['one-place']);
  });
});

describe('what a strategy accepts', () => {
  const parse = (accepted: unknown) => strategySpecSchema.safeParse({ ...strategySpec(), accepted });

  it('needs a reason, and each rule once', () => {
    expect(parse([{ rule: 'one-place', reason: '' }]).success).toBe(false);
    expect(parse([{ rule: 'one-place', reason: 'a' }, { rule: 'one-place', reason: 'b' }]).success).toBe(false);
    expect(parse([{ rule: 'one-place', reason: 'a' }]).success).toBe(true);
  });

  it('is nothing in a strategy from before there was a linter', () => {
    const { accepted: _accepted, ...earlier } = strategySpec();
    expect(strategySpecSchema.parse(earlier).accepted).toEqual([]);
  });
});
