// Applies a table of patterns that turn a line of another language into RMAN's English. It knows no language itself.

/** A pattern and what its line says in English: a replacement, or a function of its groups; null: not this rule. */
export type Rule = readonly [RegExp, string | ((...groups: string[]) => string | null)];

/** The English of the first rule that matches; null when none does. */
export function applyRules(rules: readonly Rule[], line: string): string | null {
  for (const [pattern, form] of rules) {
    const found = pattern.exec(line);
    if (!found) continue;
    if (typeof form === 'string') return line.replace(pattern, form);
    const made = form(...found.slice(1).map((group) => group ?? ''));
    if (made !== null) return made;
  }
  return null;
}
