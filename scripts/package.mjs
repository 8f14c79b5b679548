// `npm run package`: makes the unpacked build of this platform, weighs it and starts it to see that it works.
// `npm run package -- --installers` makes the platform's installers as well (needs the network).
import { rm } from 'node:fs/promises';
import { build } from './build/build.mjs';
import { packagedApp } from './package/packaged-app.mjs';
import { smokeTest } from './package/smoke-test.mjs';
import { weigh } from './package/weigh.mjs';
import { inRoot, root } from './places.mjs';
import { run } from './processes.mjs';
import { hasDisplay, withDisplay } from './run/display.mjs';
import { setUpForElectron } from './setup/set-up.mjs';
import { asScript, mustSucceed, say } from './setup/step.mjs';

await asScript(async () => {
  const runtime = await setUpForElectron({ display: !hasDisplay() });
  await build();
  const app = packagedApp();
  await rm(app.folder, { recursive: true, force: true });
  const targets = process.argv.includes('--installers') ? [] : ['--dir'];
  say(`packaging with Electron ${runtime.version}`);
  // The Electron that is set up: the one that was tested, and no second download.
  const result = await run(
    process.execPath,
    [inRoot('node_modules/electron-builder/cli.js'), ...targets, `-c.electronDist=${runtime.folder}`],
    { cwd: root, env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  );
  mustSucceed('Packaging', result);
  process.stdout.write(`${app.folder}\n`);
  const withinBudget = await weigh(app);
  const works = await withDisplay((env) => smokeTest(app, env));
  return withinBudget && works ? 0 : 1;
});
