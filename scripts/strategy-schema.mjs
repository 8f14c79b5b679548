// `node scripts/strategy-schema.mjs`: writes the JSON Schema of strategy files (docs/strategy-format.schema.json) from
// the zod schema, after a field was added.
import { writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { inRoot } from './places.mjs';
import { asScript, say } from './setup/step.mjs';

await asScript(async () => {
  const { module } = await runnerImport(inRoot('shared/domain/strategy/file-json-schema.ts'), { configFile: false });
  const path = inRoot('docs/strategy-format.schema.json');
  writeFileSync(path, `${JSON.stringify(module.strategyFileJsonSchema(), null, 2)}\n`);
  say(`wrote ${path}`);
  return 0;
});
