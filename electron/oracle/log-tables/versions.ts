// The versions of the log tables that this Respaldo knows, as their scripts in resources/sql/log-tables.
import first from '../../../resources/sql/log-tables/0001-first.sql?raw';
import second from '../../../resources/sql/log-tables/0002-team.sql?raw';
import { statementsOf, type Statement } from './statement.ts';

/** One version: what its script does, in order. */
export type Version = { number: number; script: string; statements: Statement[] };

/** Versions 1 to n from their scripts in order. */
export const versionsOf = (scripts: readonly string[]): Version[] =>
  scripts.map((script, place) => ({ number: place + 1, script, statements: statementsOf(place + 1, script) }));

let known: Version[] | null = null;

/** The versions of this Respaldo; a script that was released is never edited again. */
export const logTableVersions = (): readonly Version[] => (known ??= versionsOf([first, second]));
