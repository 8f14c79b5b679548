// The demonstration: one command, a real run in the real window, its output in the terminal, its verdict as exit code.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { electronRuntime } from '../../scripts/setup/electron-runtime.mjs';
import { sqliteBindingEnvironment } from '../../scripts/setup/sqlite-binding.mjs';
import { temporaryProfile } from './a-profile.ts';

type Ended = { code: number | null; stdout: string; stderr: string };

function demo(profile: string): Promise<Ended> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = ['.', ...sandbox, '--demo', `--profile=${profile}`, '--lang=en-US'];
  const env = { ...process.env, ...sqliteBindingEnvironment(), LANGUAGE: 'en_US' };
  return new Promise((resolve) => {
    const child = execFile(
      electronRuntime().executable,
      args,
      { cwd: join(import.meta.dirname, '../..'), env, timeout: 60_000 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

test('prints RMAN as it goes, the verdict and where everything lies, and ends with 0', async () => {
  const profile = temporaryProfile();
  try {
    const { code, stdout } = await demo(profile.path);
    expect(stdout).toContain('Recovery Manager: Release 19');
    expect(stdout).toMatch(/channel c2: finished piece 1/);
    expect(stdout).toContain('Recovery Manager complete.');
    expect(stdout).toMatch(/^run {2,}[0-9A-Z]{26}$/m);
    const pieces = [...stdout.matchAll(/^piece +(\S+) +(\d+) bytes$/gm)];
    expect(pieces.length).toBeGreaterThan(2);
    for (const [, path, bytes] of pieces) expect(readFileSync(path!).length).toBe(Number(bytes));
    const pathOf = (name: string): string => new RegExp(`^${name} +(.+)$`, 'm').exec(stdout)?.[1] ?? '';
    expect(readFileSync(pathOf('log'), 'utf8')).toContain('Recovery Manager complete.');
    expect(pathOf('profile')).toBe(profile.path);
    // A picture of the window with something in it, not a blank sheet.
    const picture = readFileSync(pathOf('screenshot'));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(20_000);
    expect(code).toBe(0);
  } finally {
    profile.remove();
  }
});

test('ends with something else than 0 when its backup is not good', async () => {
  const profile = temporaryProfile();
  try {
    // The pieces cannot be written where a file is in the place of their directory.
    mkdirSync(profile.path, { recursive: true });
    writeFileSync(join(profile.path, 'demo-pieces'), 'in the way');
    const { code, stdout, stderr } = await demo(profile.path);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Incident \S+ is in the application log/);
    expect(stdout).not.toContain('Recovery Manager complete.');
    expect(existsSync(join(profile.path, 'respaldo.sqlite'))).toBe(true);
  } finally {
    profile.remove();
  }
});
