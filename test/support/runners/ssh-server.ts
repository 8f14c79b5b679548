// A real sshd on loopback as a process of the test's own, with its own keys, and an `ssh` that knows it: no file of the
// user's and no service of the machine takes part.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

const SSHD = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/local/bin/sshd'].find((path) => existsSync(path));

export type SshServer = {
  port: number;
  user: string;
  /** The private key that the server accepts. */
  identityFile: string;
  /** The environment of an application whose `ssh` knows this server's host key. */
  env: NodeJS.ProcessEnv;
  /** Ends every connection, as a broken cable does: what runs there is not told. Says how many there were. */
  cut(): number;
  /** Refuses connections until `listen`. */
  deafen(): Promise<void>;
  listen(): Promise<void>;
  /** Another host key, as after a server was set up anew. */
  changeHostKey(): Promise<void>;
  /** Forgets the host key on this side. */
  forgetHostKey(): void;
  stop(): Promise<void>;
};

/** @throws when this system has no OpenSSH server (Debian: openssh-server), which the set-up of the tests provides */
export async function startSshServer(): Promise<SshServer> {
  if (SSHD === undefined) throw new Error('no sshd here: install openssh-server');
  const home = mkdtempSync(join(tmpdir(), 'respaldo-sshd-'));
  const at = (name: string): string => join(home, name);
  const { username } = userInfo();
  const port = await freePort();
  makeKey(at('client-key'));
  makeKey(at('host-key'));
  writeFileSync(at('authorized_keys'), readFileSync(at('client-key.pub')), { mode: 0o600 });
  // Run by root, sshd insists on this directory of the system's; by anybody else it does without.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  writeFileSync(
    at('sshd_config'),
    [
      `Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${at('host-key')}`, `AuthorizedKeysFile ${at('authorized_keys')}`,
      `PidFile ${at('pid')}`, 'UsePAM no', 'StrictModes no', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no',
      'PermitRootLogin prohibit-password', 'PrintMotd no', 'MaxStartups 100', 'LogLevel ERROR', '',
    ].join('\n'),
  );
  knowHostKey();
  // The product starts `ssh` by its name and adds options only; which files it reads is decided here.
  mkdirSync(at('bin'));
  const config = [
    'Host *', `  UserKnownHostsFile ${at('known_hosts')}`, '  GlobalKnownHostsFile /dev/null', '  IdentityAgent none', '',
  ];
  writeFileSync(at('ssh_config'), config.join('\n'));
  writeFileSync(at('bin/ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F '${at('ssh_config')}' "$@"\n`, { mode: 0o755 });

  let server: ChildProcess | null = null;

  function knowHostKey(): void {
    const [kind, key] = readFileSync(at('host-key.pub'), 'utf8').split(' ');
    writeFileSync(at('known_hosts'), `[127.0.0.1]:${port} ${kind} ${key}\n`);
  }

  async function listen(): Promise<void> {
    const child = spawn(SSHD!, ['-D', '-e', '-f', at('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    server = child;
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`sshd ended: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function deafen(): Promise<void> {
    const child = server;
    server = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  await listen();
  return {
    port,
    user: username,
    identityFile: at('client-key'),
    env: { ...process.env, PATH: `${at('bin')}${delimiter}${process.env['PATH']}`, SSH_AUTH_SOCK: undefined },
    cut() {
      const connections = sessionsOf(server?.pid);
      for (const pid of connections) process.kill(pid, 'SIGKILL');
      return connections.length;
    },
    deafen,
    listen,
    async changeHostKey() {
      await deafen();
      rmSync(at('host-key'));
      rmSync(at('host-key.pub'));
      makeKey(at('host-key'));
      await listen();
    },
    forgetHostKey: () => writeFileSync(at('known_hosts'), ''),
    async stop() {
      for (const pid of sessionsOf(server?.pid)) process.kill(pid, 'SIGKILL');
      await deafen();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function makeKey(path: string): void {
  const made = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'respaldo-test', '-f', path], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`ssh-keygen: ${made.stderr}`);
}

/** sshd has one child per connection. */
function sessionsOf(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  const { stdout } = spawnSync('cat', [`/proc/${pid}/task/${pid}/children`], { encoding: 'utf8' });
  return stdout.trim().split(/\s+/).filter((word) => word !== '').map(Number);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
