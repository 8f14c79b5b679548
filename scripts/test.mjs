// `npm test`: sets up what is missing, then lints, checks types, bundles and runs every test, the end-to-end ones in
// real Electron. `npm test -- unit e2e` runs only what is named. The last line counts: `N passed, N failed`.
import { asScript } from './setup/step.mjs';
import { setUpForElectron, setUpForNode, setUpForSsh } from './setup/set-up.mjs';
import { hasDisplay } from './run/display.mjs';
import { stages } from './run/test-stages.mjs';

await asScript(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = stages.map(({ name }) => name);
    process.stderr.write(`No such part: ${unknown.join(', ')}. There are ${known.join(', ')}.\n`);
    return 2;
  }
  const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (chosen.some(({ needsElectron }) => needsElectron)) {
    await setUpForElectron({ display: !hasDisplay(), messageBus: true, notifications: true });
  } else {
    await setUpForNode();
  }
  if (chosen.some(({ needsSsh }) => needsSsh)) await setUpForSsh();
  return report(await runAll(chosen));
});

/** Every stage is run even when one before it failed: one run tells everything that is wrong. */
async function runAll(chosen) {
  const results = [];
  for (const stage of chosen) {
    process.stdout.write(`\n== ${stage.name}: ${stage.title}\n`);
    const startedAt = performance.now();
    const result = await stage.run();
    results.push({ ...result, name: stage.name, seconds: (performance.now() - startedAt) / 1000 });
  }
  return results;
}

function report(results) {
  process.stdout.write('\n== summary\n');
  for (const { name, passed, failed, seconds } of results) {
    const counts = passed + failed > 0 ? `${passed} passed, ${failed} failed` : 'ok';
    process.stdout.write(`${name.padEnd(12)} ${counts.padEnd(24)} ${seconds.toFixed(1)} s\n`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}
