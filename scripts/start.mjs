// `npm start`: sets up what is missing, bundles what has changed and opens the application.
import { build } from './build/build.mjs';
import { hasDisplay } from './run/display.mjs';
import { runApplication } from './run/electron-process.mjs';
import { setUpForElectron } from './setup/set-up.mjs';
import { asScript, SetUpFailure } from './setup/step.mjs';

await asScript(async () => {
  if (!hasDisplay()) {
    throw new SetUpFailure(
      'There is no display to open the window on: DISPLAY and WAYLAND_DISPLAY are not set.\n' +
        'Start it from a desktop session. `npm run demo` needs no display, and neither does the command line ' +
        '(`node scripts/respaldo.mjs help`).',
    );
  }
  await setUpForElectron();
  await build();
  return runApplication({ args: process.argv.slice(2) });
});
