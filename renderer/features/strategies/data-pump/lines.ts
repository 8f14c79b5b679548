// The filters and queries of an export as lines of text, and back; what is wrong in them the rules say. Pure.
import type { DataPumpScope } from '../../../../shared/domain/strategy/data-pump.ts';

export type FilterItem = Extract<DataPumpScope['filter'], { items: unknown }>['items'][number];
export type Query = DataPumpScope['queries'][number];

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** `TABLE:LIKE 'TMP%'`; the first colon is the border. */
export const filterLines = (items: readonly FilterItem[]): string =>
  items.map(({ path, expression }) => (expression === null ? path : `${path}:${expression}`)).join('\n');

export const filterItems = (text: string): FilterItem[] =>
  linesOf(text).map((line) => {
    const border = line.indexOf(':');
    if (border < 0) return { path: line.toUpperCase(), expression: null };
    return { path: line.slice(0, border).trim().toUpperCase(), expression: line.slice(border + 1).trim() };
  });

/** `HR.EMPLOYEES: WHERE salary > 100`. A partition has a colon of its own: the border is the one before the clause. */
export const queryLines = (queries: readonly Query[]): string =>
  queries.map(({ table, clause }) => (table === null ? clause : `${table}: ${clause}`)).join('\n');

export const queriesIn = (text: string): Query[] =>
  linesOf(text).map((line) => {
    if (/^(?:WHERE|ORDER\s+BY)\b/i.test(line)) return { table: null, clause: line };
    const border = /:\s*(?=(?:WHERE|ORDER\s+BY)\b)/i.exec(line) ?? /:\s*/.exec(line);
    if (border === null) return { table: line, clause: '' };
    return { table: line.slice(0, border.index).trim(), clause: line.slice(border.index + border[0].length) };
  });
