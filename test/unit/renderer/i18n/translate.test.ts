// Both dictionaries complete and alike in their parameters; plurals and numbers as each language writes them.
import { describe, expect, it } from 'vitest';
import { dictionaries, languageFor, type English } from '../../../../renderer/i18n/languages.ts';
import { createTranslate, type Dictionary, type Text } from '../../../../renderer/i18n/translate.ts';

const en: Dictionary = dictionaries.en;
const es: Dictionary = dictionaries.es;

const keysOf = (dictionary: Dictionary): string[] =>
  Object.entries(dictionary).flatMap(([feature, texts]) => Object.keys(texts).map((name) => `${feature}.${name}`));
const at = (dictionary: Dictionary, key: string): Text | undefined => {
  const [feature = '', name = ''] = key.split('.');
  return dictionary[feature]?.[name];
};
const formsOf = (text: Text | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : [text.one, text.other];
const placesOf = (text: Text | undefined): string[] =>
  [...new Set(formsOf(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')))].sort();

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect(keysOf(es).sort()).toEqual(keysOf(en).sort());
  });

  it.each(keysOf(en))('%s asks for the same parameters in both and is nowhere empty', (key) => {
    expect(placesOf(at(es, key))).toEqual(placesOf(at(en, key)));
    for (const form of [...formsOf(at(en, key)), ...formsOf(at(es, key))]) {
      expect(form).not.toBe('');
      expect(form).toBe(form.trim());
    }
  });

  it('keep the plural where the English has one', () => {
    for (const key of keysOf(en)) expect(typeof at(es, key)).toBe(typeof at(en, key));
  });

  it('quote as each language does', () => {
    for (const key of keysOf(es)) for (const form of formsOf(at(es, key))) expect(form).not.toMatch(/[“”"]/);
    for (const key of keysOf(en)) for (const form of formsOf(at(en, key))) expect(form).not.toMatch(/[«»"]/);
  });
});

describe('translating', () => {
  const english = createTranslate<English>(dictionaries.en, 'en');
  const spanish = createTranslate<English>(dictionaries.es, 'es');

  it('chooses the plural', () => {
    expect(english('strategies.found', { count: 1 })).toBe('1 strategy');
    expect(english('strategies.found', { count: 0 })).toBe('0 strategies');
    expect(spanish('strategies.found', { count: 1 })).toBe('1 estrategia');
    expect(spanish('strategies.found', { count: 2 })).toBe('2 estrategias');
    // A category of its own in Spanish, for which `other` serves.
    expect(spanish('strategies.found', { count: 1_000_000 })).toBe('1.000.000 estrategias');
  });

  it('writes numbers as the language does', () => {
    expect(english('activity.lines', { count: 12_345 })).toBe('12,345 lines');
    expect(spanish('activity.lines', { count: 12_345 })).toBe('12.345 líneas');
  });

  it('fills parameters, also several times and with signs of its own', () => {
    expect(english('app.goTo', { page: 'a {page} $& b' })).toBe('Go to a {page} $& b');
  });
});

describe('the language', () => {
  it('is the chosen one, else Spanish on Spanish desktops, else English', () => {
    expect(languageFor('en', 'es-ES')).toBe('en');
    expect(languageFor('es', 'en-GB')).toBe('es');
    expect(languageFor(null, 'es-MX')).toBe('es');
    expect(languageFor(null, 'es')).toBe('es');
    expect(languageFor(null, 'est')).toBe('en');
    expect(languageFor(null, 'fr-FR')).toBe('en');
  });
});
