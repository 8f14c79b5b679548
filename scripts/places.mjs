// Where the development scripts find and keep things. Node built-ins only: it is read before anything is installed.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Absolute path of something inside the project. */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * What is downloaded or compiled once and shared by every checkout of the project on this machine: never in the tree,
 * so `git clean` costs no download.
 */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'respaldo-dev');
