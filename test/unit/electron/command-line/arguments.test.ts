import { describe, expect, test } from 'vitest';
import { languageOf, parseCommandLine, type ParsedCommand } from '../../../../electron/command-line/arguments.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

const command = (...argv: string[]): ParsedCommand => {
  const parsed = parseCommandLine(argv, {});
  if (parsed.kind !== 'command') throw new Error(parsed.kind);
  return parsed.command;
};

describe('command line', () => {
  test('words, options and flags in any order', () => {
    const parsed = command('run', '--target', 'ORCL', 'Nightly', '--json', '-q');
    expect([parsed.name, parsed.words, parsed.json, parsed.text('target'), parsed.flag('quiet'), parsed.flag('strict')]).toEqual(
      ['run', ['Nightly'], true, 'ORCL', true, false],
    );
  });

  test('a command of two words', () => {
    const parsed = command('schedule', 'next', '0 2 * * *', '--zone', 'Europe/Madrid');
    expect([parsed.name, parsed.words, parsed.text('zone'), parsed.text('count')]).toEqual(
      ['schedule next', ['0 2 * * *'], 'Europe/Madrid', '5'],
    );
    expect(parseCommandLine(['schedule', '--help'], {}).kind).toBe('help');
    expect(command('schedule', 'list', '--days', '3').text('days')).toBe('3');
  });

  test('an option that may come more than once', () => {
    expect(command('runs', '--state', 'failed', '--state', 'lost').texts('state')).toEqual(['failed', 'lost']);
  });

  test.each([
    [['bogus']],
    [['__proto__']],
    [['run']],
    [['run', 'a', 'b']],
    [['targets', 'x']],
    [['explain', 'f', '--target', 'x']],
    [['schedule']],
    [['schedule', 'never', '0 2 * * *']],
    [['schedule', 'next']],
    [['schedule next', '0 2 * * *']],
    [['schedule', 'list', 'Nightly']],
    [['status', 'Nightly']],
    [['why']],
    [['pause', '--for']],
    [['resume', '--for', '1h']],
    [['runs', '--limit']],
    [['run', 'a', '--lang', 'fr']],
  ])('%j is refused as wrong usage', (argv) => {
    expect(() => parseCommandLine(argv, {})).toThrowError(AppError);
    try {
      parseCommandLine(argv, {});
    } catch (error) {
      expect((error as AppError).code).toBe('cli.usage');
    }
  });

  test('help is asked for in many ways', () => {
    for (const argv of [[], ['help'], ['--help'], ['-h'], ['run', '--help']]) {
      const parsed = argv[0] === 'run' ? parseCommandLine(['run', 'x', '--help'], {}) : parseCommandLine(argv, {});
      expect(parsed.kind).toBe('help');
    }
    expect(parseCommandLine(['--version'], {})).toEqual({ kind: 'version' });
  });

  test.each([
    [{ LANG: 'es_ES.UTF-8' }, 'es'],
    [{ LANG: 'es' }, 'es'],
    [{ LC_ALL: 'es_MX', LANG: 'en_US' }, 'es'],
    [{ LC_ALL: '', LANG: 'es_ES' }, 'es'],
    [{ LANG: 'est_EE' }, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{}, 'en'],
  ])('the terminal %j speaks %s', (env, language) => {
    expect(languageOf(undefined, env)).toBe(language);
  });
});
