import { describe, expect, it } from 'vitest';
import { lint } from '../../../../shared/lint/lint.ts';
import { NO_FACTS } from '../../../../shared/lint/facts.ts';
import { judge, NOW, wellKept } from '../../../support/lint-sets.ts';

describe('a well kept database', () => {
  it('is not worth a word', () => {
    expect(judge(wellKept())).toEqual([]);
  });

  it('is called neither good nor bad for what is not known of it', () => {
    const findings = lint({ facts: NO_FACTS, strategies: wellKept(), roads: null, now: NOW });
    expect(findings).toEqual([]);
  });

  it('has no findings at all without strategies', () => {
    expect(judge([])).toEqual([]);
  });
});
