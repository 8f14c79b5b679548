// `npm run build`: installs what building needs and bundles what has changed.
import { asScript } from './setup/step.mjs';
import { installDependencies } from './setup/install-dependencies.mjs';
import { build } from './build/build.mjs';

await asScript(async () => {
  await installDependencies();
  await build();
});
