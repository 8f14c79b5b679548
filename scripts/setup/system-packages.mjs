// Installs the operating system's packages that a window needs, on Debian and its relatives; elsewhere it only says
// what is missing. It installs nothing on a desktop that can show a window already.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes.mjs';
import { mustSucceed, say, SetUpFailure } from './step.mjs';

/**
 * What each need is called; the first name the system knows is taken (Debian 13 and Ubuntu 24.04 renamed some).
 * `found` says that the need is met whoever met it.
 */
const needs = {
  window: [
    { names: ['libgtk-3-0t64', 'libgtk-3-0'], found: () => hasLibrary('libgtk-3.so.0') },
    { names: ['libnss3'], found: () => hasLibrary('libnss3.so') },
    { names: ['libasound2t64', 'libasound2'], found: () => hasLibrary('libasound.so.2') },
    { names: ['libgbm1'], found: () => hasLibrary('libgbm.so.1') },
    { names: ['libxss1'], found: () => hasLibrary('libXss.so.1') },
    { names: ['fonts-dejavu-core'], found: hasFonts },
  ],
  virtualDisplay: [{ names: ['xvfb'], found: () => hasCommand('Xvfb') }],
  messageBus: [{ names: ['dbus-daemon', 'dbus'], found: () => hasCommand('dbus-daemon') }],
  notifications: [
    { names: ['libnotify4'], found: () => hasLibrary('libnotify.so.4') },
    { names: ['dunst'], found: () => hasCommand('dunst') },
  ],
  sshServer: [
    { names: ['openssh-server'], found: hasSshServer },
    { names: ['openssh-client'], found: () => hasCommand('ssh') },
  ],
  compiler: [{ names: ['g++'], found: () => hasCommand('c++') && hasCommand('cc') }],
};

/** @typedef {'window' | 'virtualDisplay' | 'messageBus' | 'notifications' | 'sshServer' | 'compiler'} SystemNeed */

/**
 * Meets the given needs where they are not met.
 * @param {SystemNeed[]} wanted
 */
export async function provideSystemPackages(wanted) {
  if (process.platform !== 'linux') return;
  const missing = wanted.flatMap((need) => needs[need]).filter((need) => !need.found());
  if (missing.length === 0) return;
  const admin = hasCommand('apt-get') ? await adminPrefix() : null;
  if (admin === null) {
    const names = missing.map(({ names: [, older = names[0]] }) => older).join(' ');
    throw new SetUpFailure(
      `This system lacks what these packages hold (Debian names): ${names}\n` +
        'Install them and try again; as root on Debian or Ubuntu this is done for you.',
    );
  }
  await install(missing, admin);
}

/** The command that makes the next one run as root; null when nobody may. */
async function adminPrefix() {
  if (process.getuid() === 0) return [];
  const sudo = await run('sudo', ['-n', 'true']);
  return sudo.code === 0 ? ['sudo', '-n'] : null;
}

async function install(missing, admin) {
  // A fresh machine or image has no package lists, or stale ones whose files are gone from the mirror.
  let packages = await knownNames(missing);
  if (packages.includes(null) || (await aptGet(admin, installing(packages))).code !== 0) {
    say('refreshing the package lists (apt-get update)');
    mustSucceed('apt-get update', await aptGet(admin, ['update']));
    packages = await knownNames(missing);
    const unknown = packages.indexOf(null);
    if (unknown >= 0) throw new SetUpFailure(`apt-get knows no package ${missing[unknown].names.join(' or ')}.`);
    mustSucceed('apt-get install', await aptGet(admin, installing(packages)));
  }
}

const installing = (packages) => ['install', '--yes', '--no-install-recommends', ...packages];

async function aptGet(admin, args) {
  if (args[0] === 'install') say(`installing system packages: ${args.slice(3).join(' ')}`);
  const [command, ...rest] = [...admin, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
  return run(command, rest);
}

/** For each need the first of its names that can be installed, or null. */
async function knownNames(missing) {
  const answers = await Promise.all(missing.map(async ({ names }) => {
    for (const name of names) {
      const { stdout } = await run('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } });
      if (/^\s*Candidate: (?!\(none\))/m.test(stdout)) return name;
    }
    return null;
  }));
  return answers;
}

function hasCommand(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name)));
}

/** It lies where only root's PATH looks. */
function hasSshServer() {
  return hasCommand('sshd') || existsSync('/usr/sbin/sshd') || existsSync('/usr/local/sbin/sshd');
}

function hasFonts() {
  return existsSync('/usr/share/fonts') && readdirSync('/usr/share/fonts').length > 0;
}

function hasLibrary(name) {
  const triplet = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }[process.arch];
  return [`/usr/lib/${triplet}`, `/lib/${triplet}`, '/usr/lib64', '/usr/lib', '/lib'].some((folder) =>
    existsSync(join(folder, name)),
  );
}
