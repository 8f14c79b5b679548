// docs/strategy-format.md tells the truth: its files are read and give the very scripts that stand below them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { strategyFromFile } from '../../../../shared/domain/strategy-file.ts';
import { newStrategySpec, strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { FILE_MODES, isFilesScope, SCOPE_KINDS } from '../../../../shared/domain/strategy/scope.ts';
import { renderScript } from '../../../../shared/rman/render-script.ts';

const text = readFileSync(new URL('../../../../docs/strategy-format.md', import.meta.url), 'utf8');
const files = [...text.matchAll(/^```json\n([\s\S]*?)^```/gm)].map((match) => match[1]!);
const examples = [...text.matchAll(/^```json\n([^`]*)^```\n\n```rman\n([^`]*)^```/gm)].map(
  (match) => [strategyFromFile(match[1]!).name, match[1]!, match[2]!] as const,
);

describe('the document of the strategy file', () => {
  test.each(files)('has only files that are read', (file) => {
    expect(() => strategyFromFile(file)).not.toThrow();
  });

  test.each(examples)('%s gives the script that is shown', (_, file, script) => {
    expect(renderScript(strategyFromFile(file), { version: null, commandId: null }).text).toBe(script);
  });

  test('has an example of every kind', () => {
    const scopes = examples.map(([, file]) => strategyFromFile(file).scope);
    expect(new Set(scopes.map(({ kind }) => kind))).toEqual(new Set(SCOPE_KINDS));
    const modes = new Set(scopes.flatMap((scope) => (isFilesScope(scope) ? [scope.mode] : [])));
    expect(modes).toEqual(new Set(FILE_MODES));
  });

  test('names every field with its default', () => {
    for (const field of Object.keys(strategySpecSchema.shape)) {
      const row = new RegExp(`^\\| \`${field}\` \\|[^|]*\\|([^|]*)\\|`, 'm').exec(text);
      const value = newStrategySpec()[field as keyof ReturnType<typeof newStrategySpec>];
      const needed = field === 'name' || field === 'scope';
      expect([field, row?.[1]?.trim()]).toEqual([field, needed ? 'needed' : `\`${typeof value === 'string' && value !== '' ? value : JSON.stringify(value)}\``]);
    }
  });
});
