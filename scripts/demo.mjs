// `npm run demo`: shows the main job from end to end on a throw-away profile; the application does and prints it, and
// its exit code (0 only for a good verdict) is this command's.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build/build.mjs';
import { hasDisplay, withDisplay } from './run/display.mjs';
import { runApplication } from './run/electron-process.mjs';
import { setUpForElectron } from './setup/set-up.mjs';
import { asScript, SetUpFailure } from './setup/step.mjs';

const DEADLINE = 5 * 60_000;

await asScript(async () => {
  await setUpForElectron({ display: !hasDisplay() });
  await build();
  // Left in place at the end: the log, the pieces and the screenshot that the demo names are in it.
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-demo-'));
  const args = ['--demo', `--profile=${join(folder, 'profile')}`, `--screenshot=${join(folder, 'window.png')}`];
  const exitCode = await withDisplay((env) => runApplication({ args, env, timeout: DEADLINE }));
  if (exitCode === 124) throw new SetUpFailure(`The demo did not end within ${DEADLINE / 60_000} minutes.`);
  return exitCode;
});
