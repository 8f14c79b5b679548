// Bundles the parts of dist/ whose sources have changed.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inRoot } from '../places.mjs';
import { say, SetUpFailure } from '../setup/step.mjs';
import { isFresh, markFresh, parts, sourcesOf } from './freshness.mjs';

/** Which environments of vite.config.ts make up a part. */
const environments = { client: ['client'], electron: ['electron', 'preload'], simulator: ['simulator'] };

/**
 * Brings dist/ up to date; says one line when there is something to do.
 * @param {string[]} [wanted] Which parts, all of them unless told.
 */
export async function build(wanted = Object.keys(parts)) {
  const stale = wanted.filter((part) => !isFresh(part));
  if (stale.length === 0) return;
  say(`bundling ${stale.join(', ')}`);
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ configFile: inRoot('vite.config.ts') });
  for (const part of stale) {
    const sources = sourcesOf(part);
    try {
      await bundle(builder, part);
    } catch (error) {
      throw new SetUpFailure(`Bundling ${part} failed.\n${stripVTControlCharacters(error.message)}`);
    }
    markFresh(part, sources);
  }
}

async function bundle(builder, part) {
  const written = new Set();
  let folder;
  for (const name of environments[part]) {
    const environment = builder.environments[name];
    folder = environment.config.build.outDir;
    const { output } = await builder.build(environment);
    for (const { fileName } of output) written.add(join(folder, fileName));
  }
  await removeOthers(folder, written);
}

/** Afterwards rather than before: whoever runs the old bundle meanwhile still finds most of it. */
async function removeOthers(folder, written) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path)) await rm(path);
  }
}
