// The state of a log view over a source that grows, fails and answers late.
import { describe, expect, test } from 'vitest';
import type { LogSource } from '../../../../renderer/log-view/log-source.ts';
import { createLogWindow } from '../../../../renderer/log-view/log-window.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A log of numbered lines; `lines` come in the next turn, or fail while `broken`. */
function logOf(total: number, growing: boolean, text = (line: number) => `line ${line}`) {
  const ears = new Set<() => void>();
  const log = { total, growing, broken: false, asked: [] as number[] };
  const source: LogSource = {
    total: () => log.total,
    growing: () => log.growing,
    ready: () => true,
    failure: () => null,
    peek: () => undefined,
    lines: async (from, count) => {
      log.asked.push(from);
      await Promise.resolve();
      if (log.broken) throw new Error('gone');
      return Array.from({ length: Math.max(0, Math.min(count, log.total - from)) }, (_, at) => text(from + at));
    },
    find: () => Promise.resolve({ line: null, matches: 0 }),
    subscribe(ear) {
      ears.add(ear);
      return () => ears.delete(ear);
    },
  };
  const tell = (): void => ears.forEach((ear) => ear());
  return { log, source, ears, tell };
}

/** A window of ten rows whose frames come when `frame` is called. */
function windowOver(source: LogSource) {
  const frames: (() => void)[] = [];
  const win = createLogWindow(source, (then) => frames.push(then));
  const leave = win.subscribe(() => {});
  win.measure({ viewport: 180, rowHeight: 18, columns: 20 });
  const frame = (): void => frames.splice(0).forEach((then) => then());
  const numbers = (): number[] => win.view().lines.map((line) => line.number);
  const settle = async (): Promise<void> => {
    win.view();
    await settled();
    frame();
  };
  return { win, frames, frame, numbers, settle, leave };
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

describe('a finished log', () => {
  test('begins at its top and draws what is in sight only', async () => {
    const { source } = logOf(1_000_000, false);
    const { win, numbers, settle } = windowOver(source);
    expect(win.view().lines[0]).toEqual({ number: 0, text: undefined, rows: 1 });
    await settle();
    expect(numbers()).toEqual(range(0, 10));
    expect(win.view()).toMatchObject({ following: false, newLines: 0, share: 0 });
    expect(win.view().lines[9]?.text).toBe('line 9');
  });

  test('a line asked for is in sight, and a first view is one small message', async () => {
    const { source, log } = logOf(1_000_000, false);
    const { win, numbers, settle } = windowOver(source);
    win.show(500_000, 'center');
    await settle();
    expect(numbers()).toContain(500_000);
    expect(log.asked.length).toBeLessThanOrEqual(2);
  });

  test('the view is the same object until something changes', () => {
    const { win } = windowOver(logOf(100, false).source);
    expect(win.view()).toBe(win.view());
  });

  test('wrapped, the last line stays in sight while the rows of the ones before it become known', async () => {
    const { source } = logOf(1000, false, (line) => 'x'.repeat(1 + (line % 7) * 15));
    const { win, numbers, settle } = windowOver(source);
    win.wrap(true);
    win.scrollTo(1);
    expect(numbers().at(-1)).toBe(999);
    await settle();
    await settle();
    expect(numbers().at(-1)).toBe(999);
    const { lines, offset } = win.view();
    expect(lines.reduce((sum, line) => sum + line.rows * 18, 0) - offset).toBe(180);
  });

  test('a failure is shown, and going on tries again', async () => {
    const { source, log } = logOf(100, false);
    log.broken = true;
    const { win, settle } = windowOver(source);
    await settle();
    expect(win.view().failure).toEqual(new Error('gone'));
    log.broken = false;
    win.scrollBy(0);
    await settle();
    expect(win.view().failure).toBeNull();
    expect(win.view().lines[0]?.text).toBe('line 0');
  });
});

describe('a log that grows', () => {
  test('is followed, however much comes between two frames', () => {
    const { source, log, tell } = logOf(100, true);
    const { frames, frame, numbers, win } = windowOver(source);
    frame();
    expect(numbers()).toEqual(range(90, 10));
    for (let burst = 0; burst < 50; burst += 1) {
      log.total += 500;
      tell();
    }
    expect(frames.length).toBe(1);
    frame();
    expect(numbers()).toEqual(range(25_090, 10));
    expect(win.view().following).toBe(true);
  });

  test('going up holds the place and counts; going down to the end follows again', () => {
    const { source, log, tell } = logOf(1000, true);
    const { frame, numbers, win } = windowOver(source);
    win.scrollBy(-180);
    const held = numbers();
    log.total = 1500;
    tell();
    frame();
    expect(numbers()).toEqual(held);
    expect(win.view()).toMatchObject({ following: false, newLines: 500 });
    win.scrollBy(1_000_000);
    expect(win.view()).toMatchObject({ following: true, newLines: 0 });
    expect(numbers().at(-1)).toBe(1499);
  });

  test('a jump stops following; the button starts it', () => {
    const { source } = logOf(1000, true);
    const { numbers, win } = windowOver(source);
    win.show(3, 'center');
    expect(win.view().following).toBe(false);
    expect(numbers()).toContain(3);
    win.followAgain();
    expect(numbers().at(-1)).toBe(999);
  });

  test('a line asked for before the log is known is shown once it is', () => {
    const { source, log, tell } = logOf(0, true);
    const { frame, numbers, win } = windowOver(source);
    win.show(40, 'center');
    expect(numbers()).toEqual([]);
    log.total = 100;
    tell();
    frame();
    expect(numbers()).toContain(40);
  });

  test('nobody listens once the view has gone', () => {
    const { source, ears } = logOf(10, true);
    const { leave } = windowOver(source);
    expect(ears.size).toBe(1);
    leave();
    expect(ears.size).toBe(0);
  });
});
