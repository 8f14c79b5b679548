import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RULES } from '../../../../shared/lint/rules.ts';

it('docs/linter.md lists every rule, and no other', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/linter.md'), 'utf8');
  const listed = [...text.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1]);
  expect(listed).toEqual(RULES.map(({ name }) => name));
});
