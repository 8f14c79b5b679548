// Every foreseen error has a text in both languages, about the same things.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { errorCodes, errorText } from '../../../../shared/errors/codes.ts';
import { errorReportSchema } from '../../../../shared/errors/report.ts';

describe('the table of errors', () => {
  // `cli.usage` is all detail: the command line words it in the reader's language.
  test.each(errorCodes.filter((code) => code !== 'cli.usage'))('%s is said in each language with the same facts', (code) => {
    const [en, es] = [errorText(code, {}, 'en'), errorText(code, {}, 'es')];
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(en).not.toBe(es);
    expect(places(es)).toEqual(places(en));
    expect([en, es].every((text) => /[.]$/.test(text))).toBe(true);
  });

  test('fills in the facts', () => {
    expect(errorText('destination.missing', { path: '/b' }, 'es')).toBe('El directorio de destino /b no existe.');
  });

  test('gives errors that cross processes as they are', () => {
    const error = new AppError('input.invalid', { a: 1 }, [{ path: 'name', code: 'name.taken', params: {} }]);
    expect(errorReportSchema.parse(JSON.parse(JSON.stringify(error.report())))).toEqual(error.report());
  });
});
