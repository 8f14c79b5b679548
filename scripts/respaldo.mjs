#!/usr/bin/env node
// The command line `respaldo`: sets up what is missing, silently when nothing is, and becomes dist/electron/cli.cjs.
// Adds no output of its own to stdout, which carries the command's result.
import { isFresh } from './build/freshness.mjs';
import { inRoot } from './places.mjs';
import { dependenciesAreInstalled } from './setup/dependencies.mjs';
import { needsOwnBinding, sqliteBindingEnvironment, sqliteBindingIsReady } from './setup/sqlite-binding.mjs';
import { asScript } from './setup/step.mjs';

const parts = ['electron', 'simulator'];

function isReady() {
  return dependenciesAreInstalled() && (!needsOwnBinding() || sqliteBindingIsReady()) && parts.every(isFresh);
}

async function prepare() {
  // Loaded only here: on most calls there is nothing to prepare, and they should start at once.
  const { setUpForNode } = await import('./setup/set-up.mjs');
  const { build } = await import('./build/build.mjs');
  await setUpForNode();
  await build(parts);
}

await asScript(async () => {
  if (!isReady()) await prepare();
  Object.assign(process.env, sqliteBindingEnvironment());
  await import(inRoot('dist/electron/cli.cjs'));
  return process.exitCode;
});
