// The copy of a remote spool: equal to it, whatever the connection does, with the real shell text on the other side.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createBytesReader } from '../../../../electron/runners/bytes-reader.ts';
import { FOLLOW } from '../../../../electron/runners/remote-scripts.ts';
import { takeFrames, type FollowEnd } from '../../../../electron/runners/spool-frames.ts';

const parent = mkdtempSync(join(tmpdir(), 'respaldo-frames-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const bash = spawnSync('bash', ['-c', ':']).status === 0 ? ['bash'] : [];

/** What a following prints from byte `at` on, of a run that is over. */
function followed(shell: string, at: number): Buffer {
  const { stdout } = spawnSync(shell, ['-c', FOLLOW, 'respaldo', 'MARK', parent, 'run', String(at)]);
  expect(stdout.subarray(0, 5).toString()).toBe('MARK\n');
  return stdout.subarray(5);
}

function finishedRun(spool: Buffer): void {
  rmSync(join(parent, 'run'), { recursive: true, force: true });
  mkdirSync(join(parent, 'run'));
  writeFileSync(join(parent, 'run', 'spool'), spool);
  // A leader that cannot live, and its status.
  writeFileSync(join(parent, 'run', 'claim'), '4194999 boot/1\n');
  writeFileSync(join(parent, 'run', 'exit'), '0 2026-10-04T02:00:00\n');
}

async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** Takes one following, cut after `cut` of its bytes. */
async function take(copied: number[], stream: Buffer, cut: number, sizes: readonly number[]): Promise<FollowEnd> {
  const reader = createBytesReader(pieces(stream.subarray(0, cut), sizes));
  return takeFrames(reader, copied.length, (bytes, position) => {
    expect(position).toBe(copied.length);
    for (const byte of bytes) copied.push(byte);
    return Promise.resolve();
  }, () => {});
}

describe.each(['sh', ...bash])('a spool followed by %s', (shell) => {
  test('is copied whole, wherever the connection is cut, nothing lost and nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 600 }), fc.uint8Array({ minLength: 9000, maxLength: 9000 })),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 4 }),
        async (bytes, cuts, sizes) => {
          const spool = Buffer.from(bytes);
          finishedRun(spool);
          const copied: number[] = [];
          for (const cut of cuts) {
            const stream = followed(shell, copied.length);
            expect((await take(copied, stream, Math.floor(stream.length * cut), sizes)).kind).toBe('broken');
          }
          const stream = followed(shell, copied.length);
          expect(await take(copied, stream, stream.length, sizes)).toMatchObject({ kind: 'exit', status: 0 });
          expect(Buffer.from(copied).equals(spool)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what is no frame', () => {
  const end = async (text: string, at = 0): Promise<FollowEnd['kind']> => {
    const reader = createBytesReader(pieces(Buffer.from(text), [1]));
    return (await takeFrames(reader, at, () => Promise.resolve(), () => {})).kind;
  };

  test.each([
    ['somebody else’s words', 'Last login: today\n'],
    ['a hole', 'at 5 1\nx'],
    ['numbers that are none', 'at x 3\nabc'],
    ['a status that is none', 'exit ok then now\n'],
    ['nothing', ''],
  ])('%s ends the following without an end of the run', async (_, text) => expect(await end(text)).toBe('broken'));

  test('the other ends are told apart', async () => {
    expect(await end('beat\ngone\n')).toBe('gone');
    expect(await end('missing\n')).toBe('missing');
    expect(await end('at 0 2\nab\nat 0 3\nabcagain\n'.replace('ab\n', 'ab'))).toBe('again');
  });

  test('how long ago the end was is told by the other clock alone', async () => {
    const reader = createBytesReader(pieces(Buffer.from('exit 1 2020-01-01T00:00:00 2020-01-01T00:01:30\n'), [7]));
    expect(await takeFrames(reader, 0, () => Promise.resolve(), () => {})).toEqual({ kind: 'exit', status: 1, agoMs: 90_000 });
  });
});
