// How names are compared and ordered: people do not mean capitals or accents to tell two things apart in a list.

/** Equal for names that differ in capitals alone: such names may not stand beside each other. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Sorts names as a list shows them: `Árbol` beside `arbol`, `b` after both. */
export function sortKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
