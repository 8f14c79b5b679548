// The spool as numbered lines: the same lines as the verdict's reader gives, from any place, in any split.
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLineIndex } from '../../../../electron/runs/line-index.ts';
import { createSpool, type Spool } from '../../../../electron/runs/spool.ts';
import { createLogReader } from '../../../../shared/rman/log/log-reader.ts';

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'respaldo-spool-'));
  path = join(directory, 'spool.log');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function readAll(spool: Spool): Promise<void> {
  while (await spool.advance());
  spool.finish();
}

const decoded = (bytes: Uint8Array): string[] => {
  const reader = createLogReader();
  return [...reader.push(bytes), ...reader.end()];
};

describe('the line index', () => {
  test('counts the same however the bytes are split', () => {
    const text = fc.array(fc.constantFrom(10, 13, 65, 0), { maxLength: 3000 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }), (bytes, cuts) => {
        const whole = createLineIndex();
        whole.push(Uint8Array.from(bytes));
        const split = createLineIndex();
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = 1 + (cuts[turn % cuts.length] ?? 0);
          split.push(Uint8Array.from(bytes.slice(at, at + size)));
          at += size;
        }
        for (const line of [0, 1, 511, 512, 600, 1024]) expect(split.before(line)).toEqual(whole.before(line));
        expect([split.lines, split.offset, split.hasRest]).toEqual([whole.lines, whole.offset, whole.hasRest]);
      }),
    );
  });
});

describe('a spool', () => {
  test('gives any range of its lines', async () => {
    const lines = Array.from({ length: 5000 }, (_, number) => `línea ${number} ${'x'.repeat(number % 97)}`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const spool = createSpool(path);
    await readAll(spool);
    expect(spool.total()).toBe(5000);
    for (const [from, count] of [[0, 5000], [511, 2], [512, 1], [4999, 10], [5000, 1], [1234, 1500]] as const) {
      expect(await spool.read(from, count)).toEqual(lines.slice(from, from + count));
    }
    await spool.close();
  });

  test('agrees with the reader of the verdict on any bytes, read in chunks of any size', async () => {
    const piece = fc.constantFrom('\n', '\r\n', 'abc', 'ñ', '\0', '\xff\xfe', 'x'.repeat(300), '\ufeff', '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 80 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 400 }),
        async (pieces, latin, count, bytes) => {
          const content = Buffer.from(`#${pieces.join('')}`, latin ? 'latin1' : 'utf8');
          writeFileSync(path, content);
          const spool = createSpool(path);
          await readAll(spool);
          const read: string[] = [];
          while (read.length < spool.total()) {
            const lines = await spool.read(read.length, count, bytes);
            expect(lines.length).toBeGreaterThan(0);
            expect(lines.length).toBeLessThanOrEqual(count);
            read.push(...lines);
          }
          await spool.close();
          expect(read).toEqual(decoded(content));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a line longer than any limit is one line, and the next is found after it', async () => {
    writeFileSync(path, `first\n${'y'.repeat(300_000)}\nlast\n`);
    const spool = createSpool(path);
    await readAll(spool);
    expect(await spool.read(0, 10, 1000)).toEqual(['first']);
    const [long] = await spool.read(1, 10, 1000);
    expect(long).toHaveLength(8192);
    expect(await spool.read(2, 10, 1000)).toEqual(['last']);
    await spool.close();
  });

  test('grows: a line counts when its end is there, the last one when nothing more will come', async () => {
    const spool = createSpool(path);
    expect(await spool.advance()).toBeNull();
    writeFileSync(path, 'one\ntw');
    while (await spool.advance());
    expect([spool.total(), await spool.read(0, 9)]).toEqual([1, ['one']]);
    appendFileSync(path, 'o\nthree');
    while (await spool.advance());
    expect(spool.total()).toBe(2);
    spool.finish();
    expect(await spool.read(1, 9)).toEqual(['two', 'three']);
    await spool.close();
  });

  test('masks a connect string that a release of RMAN echoes, and nothing else', async () => {
    writeFileSync(path, `RMAN> connect target 'sys/"ti/ger"@prod as sysdba';\npiece handle=/u01/a@b/c tag=X\n`);
    const spool = createSpool(path);
    await readAll(spool);
    const [connect, piece] = await spool.read(0, 9);
    expect(connect).not.toContain('ger');
    expect(piece).toBe('piece handle=/u01/a@b/c tag=X');
    await spool.close();
  });
});
