// Which suggestions fit the name that is being typed in a list of names, and the list with one of them put in. Pure.

/** `also`: other words by which it is found, and what is said beside it. */
export type Suggestion = { value: string; detail: string; also?: string };

/** More would not be read; one types on. */
const SHOWN = 50;

/** The name that the caret stands in: where it begins and ends between its commas. */
function partAt(text: string, caret: number): { from: number; to: number } {
  const from = text.lastIndexOf(',', caret - 1) + 1;
  const comma = text.indexOf(',', caret);
  return { from, to: comma === -1 ? text.length : comma };
}

/** Suggestions for the name at the caret, without those that the list has already. */
export function fitting(text: string, caret: number, all: readonly Suggestion[]): Suggestion[] {
  const { from, to } = partAt(text, caret);
  const wanted = text.slice(from, to).trim().toLowerCase();
  const others = new Set(
    `${text.slice(0, from)},${text.slice(to)}`.split(',').map((part) => part.trim().toLowerCase()),
  );
  const fits = ({ value, detail, also = '' }: Suggestion): boolean =>
    `${value} ${detail} ${also}`.toLowerCase().includes(wanted) && !others.has(value.toLowerCase());
  const begins = ({ value }: Suggestion): boolean => value.toLowerCase().startsWith(wanted);
  const found = all.filter(fits);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, SHOWN);
}

/** The list with `value` in place of the name at the caret, and where the caret stands then. */
export function taken(text: string, caret: number, value: string): { text: string; caret: number } {
  const { from, to } = partAt(text, caret);
  const before = text.slice(0, from).trimEnd();
  const head = `${before}${before === '' ? '' : ' '}${value}`;
  return { text: `${head}${text.slice(to)}`, caret: head.length };
}
