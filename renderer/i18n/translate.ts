// Turns a key and its parameters into a text of one language. Owns the shape of a text; holds no text.
import type { Language } from '../../shared/domain/settings.ts';
import { fillPlaceholders } from '../../shared/errors/codes.ts';

/** A text, or one text per plural category of `{count}`; Spanish and English need `one` and `other`. */
export type Text = string | { readonly one: string; readonly other: string };

/** The same keys with texts of any wording: what the other language must provide. */
export type SameKeys<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Text };

export type Params = Readonly<Record<string, string | number>>;

type Written<Source> = Source extends { other: infer Other } ? Other : Source;
type Places<Source> = Source extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
/** The parameters that a text asks for; texts put together from parts are not looked into. */
type ParamsOf<Source> = string extends Written<Source>
  ? [params?: Params]
  : [Places<Written<Source>>] extends [never]
    ? []
    : [params: { readonly [Name in Places<Written<Source>>]: string | number }];

export type Dictionary = { readonly [feature: string]: { readonly [name: string]: Text } };

/** `feature.name` of every text. */
export type KeyOf<D extends Dictionary> = {
  [Feature in keyof D & string]: `${Feature}.${keyof D[Feature] & string}`;
}[keyof D & string];

type At<D extends Dictionary, Key extends string> = Key extends `${infer Feature}.${infer Name}` ? D[Feature][Name] : never;

/** Gives a text by its key. Numbers among the parameters are written as the language writes them. */
export type Translate<D extends Dictionary> = <Key extends KeyOf<D>>(
  key: Key,
  ...params: ParamsOf<At<D, Key>>
) => string;

/** A translator over one language's dictionary. */
export function createTranslate<D extends Dictionary>(dictionary: Dictionary, language: Language): Translate<D> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language, { useGrouping: 'min2' });
  return (key, ...rest) => {
    const [feature = '', name = ''] = key.split('.', 2);
    const params = (rest[0] ?? {}) as Params;
    const text = dictionary[feature]?.[name] ?? key;
    const written = typeof text === 'string' ? text : plural.select(Number(params['count'])) === 'one' ? text.one : text.other;
    const spelt = Object.entries(params).map(([place, value]) => [
      place,
      typeof value === 'number' ? number.format(value) : value,
    ]);
    return fillPlaceholders(written, Object.fromEntries(spelt));
  };
}
