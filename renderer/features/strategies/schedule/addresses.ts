// Addresses as people type them into one field. Pure.

/** Lines, commas and semicolons part addresses; each once, in order. */
export const addressesOf = (text: string): string[] => [
  ...new Set(text.split(/[\n,;]/).map((part) => part.trim()).filter(Boolean)),
];
