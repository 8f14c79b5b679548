// `npm run record-schema`: writes down the newest schema of the store, with one of everything in it, after a migration
// was added (docs/contributing.md).
import { runnerImport } from 'vite';
import { inRoot } from './places.mjs';
import { sqliteBindingEnvironment } from './setup/sqlite-binding.mjs';
import { asScript, say } from './setup/step.mjs';

await asScript(async () => {
  Object.assign(process.env, sqliteBindingEnvironment());
  const { module } = await runnerImport(inRoot('test/support/schemas/record.ts'), { configFile: false });
  say(`recorded schema ${await module.recordNewest()}`);
  return 0;
});
