// Which piece formats are taken, and what is said about the others.
import { describe, expect, test } from 'vitest';
import { formatParts, formatProblems, hasElements } from '../../../../shared/rman/format-string.ts';

const codes = (format: string): string[] => formatProblems(format).map(({ code }) => code);

describe('a format', () => {
  test.each([
    '/backup/%U',
    '/backup/%d_%T_%U.bkp',
    '/backup/%d_%s_%p_%t',
    '/backup/%u%p',
    '/backup/%d_%T/%I_%U',
    '/%U',
    '+FRA',
    '+DATA/backup/%U',
    'D:\\backup\\%U',
    'D:/backup/%U',
    '\\\\nas\\rman$\\%U',
    '/mis copias/año %Y/%U',
    '/100%%/%U',
  ])('like %s is good', (format) => {
    expect(codes(format)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['%U', ['format.relative']],
    ['backup/%U', ['format.relative']],
    ['./%U', ['format.relative']],
    ['C:%U', ['format.relative']],
    ['+', ['format.relative']],
    ['~/backup/%U', ['format.environment']],
    ['$ORACLE_BASE/%U', ['format.environment']],
    ['/b/${HOME}/%U', ['format.environment']],
    ['%TEMP%\\%U', ['format.environment']],
    ['/backup/', ['format.directory']],
    ['D:\\backup\\', ['format.directory']],
    ['/backup', ['format.not-unique']],
    ['/backup/%d_%T', ['format.not-unique']],
    ['/backup/%u', ['format.not-unique']],
    ['/backup/%s_%p', ['format.not-unique']],
    ['/backup/%U/piece', ['format.not-unique']],
    ['/backup/%%U', ['format.not-unique']],
    ['/backup/%F_%U', ['format.unknown-specifier']],
    ['/backup/%b_%U', ['format.unknown-specifier']],
    ['/backup/%U%', ['format.unknown-specifier']],
    ['/backup/%x%y%U', ['format.unknown-specifier', 'format.unknown-specifier']],
    ['/backup/*_%U', ['format.characters']],
    ['/backup/#1_%U', ['format.characters']],
    [`/${'d'.repeat(100)}/${'x'.repeat(240)}%U`, ['format.too-long']],
    [`/${'ñ'.repeat(260)}/%U`, ['format.too-long']],
  ])('like %s is refused: %j', (format, wanted) => {
    expect(codes(format)).toEqual(wanted);
  });

  test('is told by name which element is unknown', () => {
    expect(formatProblems('/b/%f_%U')).toEqual([{ code: 'format.unknown-specifier', params: { specifier: '%f' } }]);
  });

  test('gets an example that would do', () => {
    const [problem] = formatProblems('/backup/');
    expect(codes(String(problem!.params['example']))).toEqual([]);
  });
});

test.each([
  ['/backup/x/%U', '/backup/x', '%U'],
  ['/%U', '/', '%U'],
  ['C:\\%U', 'C:\\', '%U'],
  ['C:\\a\\b/%U', 'C:\\a\\b', '%U'],
  ['/a\\b/c\\%U', '/a\\b', 'c\\%U'],
  ['+FRA', '+FRA', ''],
  ['+FRA/x/%U', '+FRA/x', '%U'],
])('%s lies in %s', (format, directory, name) => {
  expect(formatParts(format)).toEqual({ directory, name });
});

test('a doubled percent sign is no element', () => {
  expect(['/b', '/100%%', '/%%d', '/%d', '/%%%d'].map(hasElements)).toEqual([false, false, false, true, true]);
});
