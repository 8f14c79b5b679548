import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, noProgress, shownProgress, type LongOperation } from '../../../../../shared/domain/catalogue/progress.ts';

const row = (over: Partial<LongOperation>): LongOperation => ({
  key: '1/17/4/RMAN: aggregate input/0', operation: 'RMAN: aggregate input', channel: null, done: 0, total: 100, ...over,
});
const anyRow = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd'),
  operation: fc.constantFrom('RMAN: aggregate input', 'RMAN: aggregate output', 'RMAN: full datafile backup'),
  channel: fc.constantFrom(null, 'c1', 'c2'),
  done: fc.oneof(fc.integer({ min: -5, max: 1e9 }), fc.constantFrom(Number.NaN, Infinity)),
  total: fc.oneof(fc.integer({ min: -5, max: 1e9 }), fc.constantFrom(Number.NaN, Infinity)),
});

describe('progress as the database tells it', () => {
  test('the share never goes back, stays below the end, and once known stays known', () => {
    fc.assert(fc.property(fc.array(fc.array(anyRow, { maxLength: 6 }), { maxLength: 30 }), (readings) => {
      let memory = noProgress;
      for (const reading of readings) {
        const next = advance(memory, reading);
        if (memory.share !== null) expect(next.share).toBeGreaterThanOrEqual(memory.share);
        if (next.share !== null) {
          expect(next.share).toBeGreaterThanOrEqual(0);
          expect(next.share).toBeLessThanOrEqual(0.99);
        }
        memory = next;
      }
    }));
  });

  test('nothing is claimed before the total is known', () => {
    expect(advance(noProgress, [row({ total: 0, done: 40 })]).share).toBeNull();
    expect(advance(noProgress, [row({ operation: 'RMAN: full datafile backup', done: 40 })]).share).toBeNull();
    expect(advance(noProgress, [row({ done: 40 })]).share).toBe(0.4);
  });

  test('a second command makes the whole larger: the bar waits until it is caught up, then goes on', () => {
    let memory = advance(noProgress, [row({ done: 80 })]);
    memory = advance(memory, [row({ done: 100 }), row({ key: 'logs', total: 100, done: 0 })]);
    expect(memory.share).toBe(0.8);
    memory = advance(memory, [row({ key: 'logs', total: 100, done: 80 })]);
    expect(memory.share).toBe(0.9);
  });

  test('channels show what they work on, and nothing that is done', () => {
    const reading = [
      row({ done: 50 }),
      row({ key: 'x', operation: 'RMAN: full datafile backup', channel: 'c1', done: 25 }),
      row({ key: 'y', operation: 'RMAN: full datafile backup', channel: 'c2', done: 100 }),
    ];
    expect(shownProgress(advance(noProgress, reading), reading, 7)).toEqual({
      share: 0.5, askedAt: 7, channels: [{ channel: 'c1', operation: 'full datafile backup', share: 0.25 }],
    });
  });
});
