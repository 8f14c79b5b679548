// The logic of the strategies pages: order and filter of the list, kinds of backup, changes between versions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from '../../../../../renderer/features/strategies/line-diff.ts';
import { sortedRows } from '../../../../../renderer/features/strategies/list-order.ts';
import { withMode, withScopeKind } from '../../../../../renderer/features/strategies/scope-choice.ts';
import { isUsableDraft } from '../../../../../renderer/state/form.ts';
import { newStrategySpec, strategySpecSchema } from '../../../../../shared/domain/strategy.ts';
import { FILE_MODES, SCOPE_KINDS } from '../../../../../shared/domain/strategy/scope.ts';
import { problemsOf } from '../../../../../shared/errors/field-problem.ts';
import { believableSlices } from '../../../../support/fake-content.ts';
import { anySpec } from '../../../../support/strategy-specs.ts';

const { strategies, targets } = believableSlices(Date.UTC(2026, 10, 24));
const everything = { typed: '', targetId: null };
const names = (rows: ReturnType<typeof sortedRows>): string[] => rows.map((row) => row.strategy.spec.name);
const byName = { by: 'name', descending: false };

describe('the list', () => {
  it('sorts by name, both ways', () => {
    const up = names(sortedRows(strategies, targets, everything, byName));
    expect(up).toEqual(up.toSorted((a, b) => a.localeCompare(b)));
    expect(names(sortedRows(strategies, targets, everything, { by: 'name', descending: true }))).toEqual(up.toReversed());
  });

  it('puts what never had a good backup at the old end', () => {
    const oldest = sortedRows(strategies, targets, everything, { by: 'good', descending: false });
    expect(oldest[0]?.strategy.lastGood).toBeNull();
    const newest = sortedRows(strategies, targets, everything, { by: 'good', descending: true });
    expect(newest.at(-1)?.strategy.lastGood).toBeNull();
  });

  it('finds every typed word in name, database, tag or notes', () => {
    expect(names(sortedRows(strategies, targets, { typed: 'erp weekly', targetId: null }, byName))).toEqual(['Weekly level 0']);
    expect(names(sortedRows(strategies, targets, { typed: 'ERP_ARCH', targetId: null }, byName))).toEqual(['Archived logs']);
    expect(sortedRows(strategies, targets, { typed: 'nothing like it', targetId: null }, byName)).toEqual([]);
  });

  it('keeps to one database when asked', () => {
    const [target] = targets;
    const rows = sortedRows(strategies, targets, { typed: '', targetId: target?.id ?? null }, byName);
    expect(new Set(rows.map((row) => row.target.id))).toEqual(new Set([target?.id]));
  });
});

describe('kinds of backup', () => {
  const NAMED = new Set(['pdbs', 'tablespaces', 'datafiles', 'custom-script', 'recovery-area', 'data-pump']);

  it('follow each other without anything left over that the new kind refuses', () => {
    fc.assert(
      fc.property(anySpec, fc.constantFrom(...SCOPE_KINDS), fc.constantFrom(...FILE_MODES), (spec, kind, mode) => {
        const next = withMode(withScopeKind(spec, kind), mode);
        expect(next.scope.kind).toBe(kind);
        const about = problemsOf(strategySpecSchema, next).filter(({ code }) => code.startsWith('option.'));
        expect(about).toEqual([]);
        expect(isUsableDraft(strategySpecSchema, next)).toBe(true);
      }),
    );
  });

  it('are good at once where nothing has to be named', () => {
    for (const kind of SCOPE_KINDS.filter((one) => !NAMED.has(one))) {
      const next = withScopeKind({ ...newStrategySpec(), name: 'x' }, kind);
      expect([kind, problemsOf(strategySpecSchema, next)]).toEqual([kind, []]);
    }
  });

  it('keep what was decided about the archived logs and the mode', () => {
    const scope = { kind: 'database', mode: 'full', plusArchivedLogs: false } as const;
    const spec = { ...newStrategySpec(), scope };
    expect(withMode(spec, 'level-0').scope).toMatchObject({ plusArchivedLogs: false });
    expect(withScopeKind(spec, 'root').scope).toEqual({ ...scope, kind: 'root' });
    expect(withScopeKind(spec, 'database')).toBe(spec);
  });
});

describe('changes between versions', () => {
  const line = fc.constantFrom('RUN {', '  BACKUP DATABASE;', '}', '  TAG A', '');
  const script = fc.array(line, { minLength: 1 }).map((lines) => lines.join('\n'));
  const without = (change: 'added' | 'removed', lines: ReturnType<typeof lineDiff>): string =>
    lines.filter((one) => one.change !== change).map((one) => one.text).join('\n');
  const stripped = (text: string): string => text.replace(/\n$/, '');

  it('hold both scripts whole', () => {
    fc.assert(
      fc.property(script, script, (before, after) => {
        const lines = lineDiff(before, after);
        expect(without('added', lines)).toBe(stripped(before));
        expect(without('removed', lines)).toBe(stripped(after));
      }),
    );
  });

  it('are none between equal scripts', () => {
    fc.assert(
      fc.property(script, (text) => {
        expect(lineDiff(text, text).filter((one) => one.change)).toEqual([]);
      }),
    );
  });

  it('show no more than what changed', () => {
    expect(lineDiff('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([
      { text: 'a' },
      { text: 'b', change: 'removed' },
      { text: 'x', change: 'added' },
      { text: 'c' },
      { text: 'd', change: 'added' },
    ]);
  });
});
