// Weighs the packaged application against its budget and looks for what must not be in it.
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const MB = 1024 * 1024;

/** Electron itself is most of the whole; what is ours has a budget of its own. */
const BUDGET = { whole: 340 * MB, asar: 8 * MB, unpacked: 4 * MB };

/** What the archive may hold at its top level and in node_modules. */
const EXPECTED = [
  /^\/package\.json$/,
  /^\/dist\/(electron|renderer|rman-simulator)\//,
  /^\/node_modules\/better-sqlite3\//,
  /^\/resources\/icons\/tray\/[^/]+\.png$/,
  /^\/node_modules\/oracledb\/(index\.js|package\.json|lib\/.+|[A-Z_]+\.txt)$/,
  // One platform's binary, for thick mode.
  new RegExp(`^/node_modules/oracledb/build/Release/oracledb-[\\d.]+-${process.platform}-${process.arch}\\.node$`),
];

/**
 * Prints a line for each weight and each intruder.
 * @returns {boolean} false when something is over its budget or does not belong there.
 */
export function weigh({ folder, resources }) {
  const asar = join(resources, 'app.asar');
  const weights = { whole: sizeOf(folder), asar: sizeOf(asar), unpacked: sizeOf(`${asar}.unpacked`) };
  let good = true;
  for (const [what, weight] of Object.entries(weights)) {
    const over = weight > BUDGET[what];
    good &&= !over;
    const line = `${what.padEnd(9)} ${inMegabytes(weight)} of at most ${inMegabytes(BUDGET[what])}`;
    process.stdout.write(`${line}${over ? '  OVER BUDGET' : ''}\n`);
  }
  for (const intruder of [...intrudersIn(asar), ...intrudersBeside(resources)]) {
    good = false;
    process.stdout.write(`must not ship: ${intruder}\n`);
  }
  return good;
}

function intrudersIn(asar) {
  const { listPackage } = createRequire(import.meta.url)('@electron/asar');
  // Folders are listed too: only entries that no other continues are files.
  const entries = listPackage(asar).map((entry) => entry.replaceAll('\\', '/'));
  const folders = new Set(entries.map((entry) => entry.slice(0, entry.lastIndexOf('/'))));
  return entries.filter((entry) => !folders.has(entry) && !EXPECTED.some((pattern) => pattern.test(entry)));
}

/** The default application of Electron would be a way in for code that is not ours. */
function intrudersBeside(resources) {
  return readdirSync(resources).filter((name) => name === 'app' || name.startsWith('default_app'));
}

function sizeOf(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function inMegabytes(bytes) {
  return `${(bytes / MB).toFixed(1)} MB`.padStart(9);
}
