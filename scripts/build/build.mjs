// Bundles the parts of dist/ whose sources have changed.
import { rm } from 'node:fs/promises';
import { inRoot } from '../places.mjs';
import { say, SetUpFailure } from '../setup/step.mjs';
import { isFresh, markFresh, parts, sourcesOf } from './freshness.mjs';

/**
 * Brings dist/ up to date; says one line when there is something to do.
 * @param {string[]} [wanted] Which parts, all of them unless told.
 */
export async function build(wanted = Object.keys(parts)) {
  let stale = wanted.filter((part) => !isFresh(part));
  if (stale.length === 0) return;
  say(`bundling ${stale.join(', ')}`);
  // The main process and the preload share a folder that is emptied first, or chunks of older builds would pile up.
  if (stale.includes('electron')) {
    await rm(inRoot('dist/electron'), { recursive: true, force: true });
    stale = [...new Set([...stale, 'preload'])];
  }
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ configFile: inRoot('vite.config.ts') });
  for (const part of stale) {
    const sources = sourcesOf(part);
    try {
      await builder.build(builder.environments[part]);
    } catch (error) {
      throw new SetUpFailure(`Bundling ${part} failed.\n${error.message}`);
    }
    markFresh(part, sources);
  }
}
