// Drafts on their shelf: kept over restarts, dropped when old, harmless when damaged; and which a form may show.
import { describe, expect, it } from 'vitest';
import { createDrafts, type TextShelf } from '../../../../renderer/state/drafts.ts';
import { isUsableDraft, partAt } from '../../../../renderer/state/form.ts';
import { newStrategySpec, strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { newTargetSpec, targetSpecSchema } from '../../../../shared/domain/target.ts';

const DAY = 86_400_000;

function shelfOf(first: string | null = null): TextShelf & { text(): string | null } {
  let held = first;
  return { getItem: () => held, setItem: (_key, value) => (held = value), text: () => held };
}

describe('the shelf', () => {
  it('gives a restarted window what was typed', () => {
    const shelf = shelfOf();
    createDrafts(shelf, () => 1000).put('target/new', { name: 'half ty' }, 0);
    const again = createDrafts(shelf, () => 2000).store.getState();
    expect(again['target/new']).toEqual({ value: { name: 'half ty' }, base: 0, touchedAt: 1000 });
  });

  it('leaves drafts of strategies to main: another user of this window may not see them', () => {
    const shelf = shelfOf();
    createDrafts(shelf, () => 0).put('strategy/new', { name: 'x' }, 0);
    expect(shelf.text()).toBe('{}');
  });

  it('forgets a dropped draft for good, and others not', () => {
    const shelf = shelfOf();
    const drafts = createDrafts(shelf, () => 0);
    drafts.put('a', 1, 1);
    drafts.put('b', 2, 1);
    drafts.drop('a');
    expect(Object.keys(createDrafts(shelf, () => 0).store.getState())).toEqual(['b']);
  });

  it('drops drafts that nobody touched for two months', () => {
    const shelf = shelfOf();
    createDrafts(shelf, () => 0).put('old', 1, 1);
    createDrafts(shelf, () => 30 * DAY).put('newer', 1, 1);
    expect(Object.keys(createDrafts(shelf, () => 61 * DAY).store.getState())).toEqual(['newer']);
  });

  it.each([['not json'], ['[1,2]'], ['null'], ['{"a":5,"b":{"base":1},"c":null}']])('takes a damaged shelf as empty: %s', (text) => {
    expect(createDrafts(shelfOf(text), () => 0).store.getState()).toEqual({});
  });

  it('keeps the draft in the window when the shelf is full', () => {
    const full: TextShelf = {
      getItem: () => null,
      setItem: () => {
        throw new Error('quota');
      },
    };
    const drafts = createDrafts(full, () => 0);
    drafts.put('a', 1, 1);
    expect(drafts.store.getState()['a']?.value).toBe(1);
  });
});

describe('which drafts a form shows', () => {
  const spec = newStrategySpec();

  it('shows wrong and unfinished values', () => {
    expect(isUsableDraft(strategySpecSchema, { ...spec, name: "it's \n wrong", channels: 99 })).toBe(true);
    expect(isUsableDraft(strategySpecSchema, { ...spec, channels: Number.NaN })).toBe(true);
    // What NaN becomes on the shelf.
    expect(isUsableDraft(strategySpecSchema, { ...spec, channels: null })).toBe(true);
    expect(isUsableDraft(targetSpecSchema, newTargetSpec('local'))).toBe(true);
  });

  it('shows another kind of scope or runner than the saved one', () => {
    const scope = { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: 1, deleteInput: 'keep' };
    expect(isUsableDraft(strategySpecSchema, { ...spec, scope })).toBe(true);
    expect(isUsableDraft(targetSpecSchema, newTargetSpec('simulated'))).toBe(true);
  });

  it('refuses drafts of another shape', () => {
    const { tag: _tag, ...without } = spec;
    expect(isUsableDraft(strategySpecSchema, without)).toBe(false);
    expect(isUsableDraft(strategySpecSchema, { ...spec, surplus: 1 })).toBe(false);
    expect(isUsableDraft(strategySpecSchema, { ...spec, scope: { kind: 'tablespaces' } })).toBe(false);
    expect(isUsableDraft(strategySpecSchema, { ...spec, compression: 'zip' })).toBe(false);
    expect(isUsableDraft(strategySpecSchema, { ...spec, name: 7 })).toBe(true);
    expect(isUsableDraft(strategySpecSchema, 'text')).toBe(false);
    expect(isUsableDraft(strategySpecSchema, null)).toBe(false);
  });

  it('finds parts by their path', () => {
    expect(partAt(spec, 'scope.kind')).toBe('database');
    expect(partAt(spec, 'scope.kind.deeper')).toBeUndefined();
    expect(partAt(spec, 'nothing')).toBeUndefined();
  });
});
