// How names are compared and ordered: people do not mean capitals or accents to tell two things apart in a list.

export { nameKey } from '../../shared/domain/name-key.ts';

/** Sorts names as a list shows them: `Árbol` beside `arbol`, `b` after both. */
export function sortKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
