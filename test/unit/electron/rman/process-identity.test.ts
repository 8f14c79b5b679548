// What tells a process from another with the same pid.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { exitStatus } from '../../../../electron/rman/exit-status.ts';
import { isAlive, isDead, parseStat, startTokenOf } from '../../../../electron/rman/process-identity.ts';

describe('the identity of a process', () => {
  test('reads the stat line of a process whose name tries to look like fields', () => {
    // From field 7 on, each field holds its own number.
    const rest = Array.from({ length: 30 }, (_, at) => String(at + 7));
    expect(parseStat(`42 (a) S 1 (b) R 1 42 43 ${rest.join(' ')}`)).toEqual({
      state: 'R', group: 42, session: 43, startTime: '22',
    });
    expect(parseStat('')).toBeNull();
  });

  test('is alive with its own token only', () => {
    const startToken = startTokenOf(process.pid);
    expect(startToken).not.toBeNull();
    expect(isAlive({ pid: process.pid, startToken: startToken ?? '' })).toBe(true);
    expect(isAlive({ pid: process.pid, startToken: `${startToken}0` })).toBe(false);
  });

  test.runIf(process.platform === 'linux')('a zombie is not alive', async () => {
    // The inner sleep ends at once and its parent, busy with another, does not reap it.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [output] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(output.toString());
    while (startTokenOf(pid) !== null) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(() => process.kill(pid, 0)).not.toThrow();
    parent.kill('SIGKILL');
    expect(isDead({ state: 'Z', group: 0, session: 0, startTime: '' })).toBe(true);
  });
});

describe('an exit status', () => {
  test.each([
    [0, { exitCode: 0, signal: null }],
    [1, { exitCode: 1, signal: null }],
    [127, { exitCode: 127, signal: null }],
    [130, { exitCode: null, signal: 'SIGINT' }],
    [137, { exitCode: null, signal: 'SIGKILL' }],
    [143, { exitCode: null, signal: 'SIGTERM' }],
    [255, { exitCode: 255, signal: null }],
  ])('%i is %o', (status, meaning) => expect(exitStatus(status)).toEqual(meaning));
});
