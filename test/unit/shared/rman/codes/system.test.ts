// Numbers of the operating system, signals and exit statuses: which text belongs to which number on which platform.
import { describe, expect, it } from 'vitest';
import { explainExitCode, explainOsError, explainSignal } from '../../../../../shared/rman/codes/index.ts';

describe('operating-system error numbers', () => {
  it.each([
    [2, 'linux', 'ENOENT'],
    [5, 'linux', 'EIO'],
    [13, 'linux', 'EACCES'],
    [13, 'unix', 'EACCES'],
    [28, 'linux', 'ENOSPC'],
    [28, 'unix', 'ENOSPC'],
    [30, 'linux', 'EROFS'],
    [116, 'linux', 'ESTALE'],
    [122, 'linux', 'EDQUOT'],
    [2, 'windows', 'ERROR_FILE_NOT_FOUND'],
    [3, 'windows', 'ERROR_PATH_NOT_FOUND'],
    [5, 'windows', 'ERROR_ACCESS_DENIED'],
    [32, 'windows', 'ERROR_SHARING_VIOLATION'],
    [112, 'windows', 'ERROR_DISK_FULL'],
  ] as const)('%i on %s is %s', (number, platform, symbol) => {
    expect(explainOsError(number, platform)).toMatchObject({ number, platform, symbol });
  });

  it('are read as Linux numbers when the platform is not known', () => {
    expect(explainOsError(28)).toEqual(explainOsError(28, 'linux'));
  });

  it('above 34 are explained for Linux alone, because every Unix has its own', () => {
    expect(explainOsError(110, 'linux')?.symbol).toBe('ETIMEDOUT');
    expect(explainOsError(110, 'unix')).toBeUndefined();
    expect(explainOsError(28, 'windows')).toBeUndefined();
    expect(explainOsError(99999)).toBeUndefined();
  });

  it('tell a full disk from a missing permission', () => {
    const [full, denied] = [explainOsError(28), explainOsError(13)];
    expect([full?.family, full?.healsByRetry]).toEqual(['space', 'maybe']);
    expect([denied?.family, denied?.healsByRetry]).toEqual(['file', 'no']);
    expect(full?.en.todo.join(' ')).toContain('df -h');
    expect(denied?.en.todo.join(' ')).toContain('chown');
    expect(denied?.es.todo.join(' ')).not.toContain('df -h');
  });
});

describe('signals', () => {
  it.each([
    [1, 'SIGHUP'],
    [2, 'SIGINT'],
    [9, 'SIGKILL'],
    [15, 'SIGTERM'],
  ])('%i is %s, by number and by name', (number, name) => {
    expect(explainSignal(number)?.name).toBe(name);
    expect(explainSignal(name)?.number).toBe(number);
  });

  it('that are not listed are not guessed', () => {
    expect(explainSignal(0)).toBeUndefined();
    expect(explainSignal('SIGWINCH')).toBeUndefined();
  });
});

describe('exit statuses', () => {
  it.each([
    [0, 'rman'],
    [1, 'rman'],
    [5, 'datapump'],
    [125, 'infra'],
    [126, 'infra'],
    [127, 'infra'],
    [255, 'infra'],
    [0xc000013a, 'windows'],
    [0xc0000135, 'windows'],
    [0xc0000005, 'windows'],
  ])('%i speaks for %s', (status, origin) => {
    expect(explainExitCode(status)).toMatchObject({ status, origin });
  });

  it.each([
    [129, 'SIGHUP'],
    [130, 'SIGINT'],
    [137, 'SIGKILL'],
    [143, 'SIGTERM'],
  ])('%i is the shell reporting %s', (status, name) => {
    const { en, es, healsByRetry } = explainSignal(name) ?? {};
    expect(explainExitCode(status)).toEqual({ status, origin: 'signal', signal: name, en, es, healsByRetry });
  });

  it('without a meaning of their own are not explained', () => {
    expect(explainExitCode(3)).toBeUndefined();
    expect(explainExitCode(128)).toBeUndefined();
    expect(explainExitCode(-1)).toBeUndefined();
  });

  it('of success prove nothing by themselves', () => {
    expect(explainExitCode(0)?.en.what).toMatch(/proves nothing/);
  });
});
