// What a column of the log tables says, as the services want it. Oracle has no boolean and no empty text: 'Y' and NULL.
import type { SqlValue } from '../app/oracle-ports.ts';

type Cell = SqlValue | undefined;

export const textOrNull = (value: Cell): string | null => (value == null ? null : String(value));
export const textOf = (value: Cell): string => textOrNull(value) ?? '';
export const numberOrNull = (value: Cell): number | null => (value == null ? null : Number(value));
/** Milliseconds since 1970. */
export const instantOrNull = (value: Cell): number | null => (value instanceof Date ? value.getTime() : null);
export const instantOf = (value: Cell): number => instantOrNull(value) ?? 0;
export const isYes = (value: Cell): boolean => value === 'Y';
