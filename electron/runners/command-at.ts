// What must be started on this machine so that a command runs at a runner: pure data, starts nothing.
import type { ContainerRunner, SshRunner, TargetRunner } from '../../shared/domain/target.ts';
import { shellWords } from './shell-words.ts';

/** A program with its arguments and its environment. Nothing in it is a secret: argv can be read by everyone. */
export type Command = { file: string; args: string[]; env: Record<string, string> };

/** How long a host may take to answer at all, in seconds. */
export const CONNECT_SECONDS = 10;

/**
 * Names of our environment that the clients need: the agent and the home of ssh, the contexts of the container
 * clients. Their texts are asked for in English, since they are read.
 */
const CLIENT_NAMES = [
  'HOME', 'USER', 'LOGNAME', 'PATH', 'TMPDIR', 'SSH_AUTH_SOCK', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'DOCKER_HOST', 'DOCKER_CONTEXT',
  'DOCKER_CONFIG', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY', 'CONTAINER_HOST', 'CONTAINER_CONNECTION', 'KUBECONFIG',
  'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy', 'SystemRoot', 'SystemDrive',
  'ComSpec', 'TEMP', 'TMP', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'ProgramData', 'PATHEXT', 'Path',
];

/** Variables of the other machine that would silently choose another database (reference §1.3). */
const UNWANTED = ['TWO_TASK', 'LOCAL', 'ORACLE_PDB_SID', 'ORACLE_PATH', 'SQLPATH'];

/**
 * The command as it is started here. At a local or simulated runner that is the command itself; at a remote one `file`,
 * `args` and `env` mean that machine, whose own environment stays below `env`. `ownEnv` is this process's environment.
 */
export function commandAt(runner: TargetRunner, command: Command, ownEnv: NodeJS.ProcessEnv): Command {
  if (runner.kind === 'local' || runner.kind === 'simulated') return command;
  const words = [...withEnvironment(command.env), command.file, ...command.args];
  const called = runner.kind === 'ssh' ? sshCall(runner, words) : containerCall(runner, words);
  return { ...called, env: clientEnv(ownEnv) };
}

/** The environment of a client on this machine. */
export function clientEnv(ownEnv: NodeJS.ProcessEnv): Record<string, string> {
  const env: Record<string, string> = { LC_ALL: 'C' };
  for (const name of CLIENT_NAMES) {
    const value = ownEnv[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

// `env -u` is not in every env(1), and a variable that is there but empty is not the same as none.
function withEnvironment(env: Record<string, string>): string[] {
  const unset = `unset ${UNWANTED.join(' ')}; exec "$@"`;
  return ['sh', '-c', unset, 'respaldo', 'env', ...Object.entries(env).map(([name, value]) => `${name}=${value}`)];
}

/**
 * ssh never asks: a question would wait for ever. Nothing of this machine is lent to the other (agent, display, ports),
 * and a connection that somebody else shares is left alone, since it would end with theirs.
 */
function sshCall(runner: SshRunner, words: readonly string[]): Omit<Command, 'env'> {
  const options = [
    'BatchMode=yes', 'StrictHostKeyChecking=yes', `ConnectTimeout=${CONNECT_SECONDS}`, 'ServerAliveInterval=15',
    'ServerAliveCountMax=3', 'ForwardAgent=no', 'ForwardX11=no', 'ClearAllForwardings=yes', 'PermitLocalCommand=no',
    'ControlMaster=no', 'ControlPath=none', 'UpdateHostKeys=no', 'LogLevel=ERROR', 'RequestTTY=no',
    ...(runner.identityFile === null ? [] : ['IdentitiesOnly=yes']),
  ];
  const identity = runner.identityFile === null ? [] : ['-i', runner.identityFile];
  return {
    file: 'ssh',
    args: [
      ...options.flatMap((option) => ['-o', option]), ...identity, '-p', String(runner.port), '-l', runner.user, '--', runner.host,
      shellWords(words),
    ],
  };
}

/** The container's program gets its words as they are: no shell is between. */
function containerCall(runner: ContainerRunner, words: readonly string[]): Omit<Command, 'env'> {
  const { client, name, context, user, namespace, container } = runner;
  const option = (flag: string, value: string | null): string[] => (value === null ? [] : [flag, value]);
  switch (client) {
    case 'docker':
      return { file: client, args: [...option('--context', context), 'exec', '-i', ...option('-u', user), name, ...words] };
    case 'podman':
      return { file: client, args: [...option('--connection', context), 'exec', '-i', ...option('-u', user), name, ...words] };
    case 'kubectl': {
      const where = [...option('-n', namespace), name, ...option('-c', container)];
      return { file: client, args: [...option('--context', context), 'exec', '-i', ...where, '--', ...words] };
    }
  }
}
