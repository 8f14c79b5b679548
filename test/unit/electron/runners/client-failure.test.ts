// What the clients say when they fail, in their own words, and what it is called here.
import { describe, expect, test } from 'vitest';
import { clientFailure, isClientFailure } from '../../../../electron/runners/client-failure.ts';
import { remoteStatus } from '../../../../electron/runners/remote-status.ts';
import { newTargetSpec, type ContainerRunner, type SshRunner } from '../../../../shared/domain/target.ts';
import { errorText } from '../../../../shared/errors/codes.ts';

const ssh: SshRunner = { ...(newTargetSpec('ssh').runner as SshRunner), host: 'db1', port: 2222 };
const container = (client: ContainerRunner['client']): ContainerRunner => ({
  ...(newTargetSpec('container').runner as ContainerRunner), client, name: 'oradb',
});

describe('ssh', () => {
  test.each([
    ['No ED25519 host key is known for [db1]:2222 and you have requested strict checking.\r\nHost key verification failed.\r\n', 'runner.host-unknown'],
    ['@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key for db1 has changed and you have requested strict checking.\nHost key verification failed.\n', 'runner.host-changed'],
    ['oracle@db1: Permission denied (publickey,password).\n', 'runner.key-refused'],
    ['ssh: connect to host db1 port 2222: Connection refused\n', 'runner.refused'],
    ['ssh: connect to host db1 port 2222: Connection timed out\n', 'runner.timeout'],
    ['Connection timed out during banner exchange\n', 'runner.timeout'],
    ['ssh: Could not resolve hostname db1: Name or service not known\n', 'runner.name-unknown'],
    ['ssh: connect to host db1 port 2222: No route to host\n', 'runner.unreachable'],
    ['kex_exchange_identification: Connection closed by remote host\n', 'runner.unreachable'],
  ])('%s', (errors, code) => {
    const end = { exitCode: 255, errors };
    expect(isClientFailure(ssh, end)).toBe(true);
    const { code: found, params } = clientFailure(ssh, end);
    expect(found).toBe(code);
    for (const language of ['en', 'es'] as const) expect(errorText(found, params, language)).not.toMatch(/\{|undefined/);
  });

  test('tells itself from the program that it ran', () => {
    expect(isClientFailure(ssh, { exitCode: 1, errors: 'Permission denied' })).toBe(false);
    expect(isClientFailure(ssh, { exitCode: null, errors: '' })).toBe(true);
    expect(clientFailure(ssh, { exitCode: null, errors: '' }).code).toBe('runner.timeout');
    expect(clientFailure(ssh, { exitCode: 127, errors: 'ssh: line 9: exec: ssh: not found\n' }).code).toBe('runner.client-missing');
    expect(clientFailure(ssh, { exitCode: 127, errors: 'spawn ssh ENOENT' }).code).toBe('runner.client-missing');
  });
});

describe('the clients of containers', () => {
  test.each([
    ['docker', 1, 'Error response from daemon: No such container: oradb', 'runner.container-missing'],
    ['docker', 1, 'Error response from daemon: Container 4f1 is paused, unpause the container before exec', 'runner.container-stopped'],
    ['docker', 1, 'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock', 'runner.client-refused'],
    ['docker', 127, 'OCI runtime exec failed: unable to start container process: exec: "sh": executable file not found in $PATH', 'runner.no-shell'],
    ['podman', 125, 'Error: no container with name or ID "oradb" found: no such container', 'runner.container-missing'],
    ['kubectl', 1, 'Error from server (NotFound): pods "oradb" not found', 'runner.container-missing'],
    ['kubectl', 1, 'error: unable to upgrade connection: container not found ("db")', 'runner.container-missing'],
    ['kubectl', 1, 'Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout', 'runner.timeout'],
    ['kubectl', 1, 'error: You must be logged in to the server (Unauthorized)', 'runner.client-refused'],
  ] as const)('%s %i: %s', (client, exitCode, errors, code) => {
    expect(clientFailure(container(client), { exitCode, errors }).code).toBe(code);
  });
});

test.each([
  [0, { exitCode: 0, signal: null }],
  [1, { exitCode: 1, signal: null }],
  [127, { exitCode: 127, signal: null }],
  [130, { exitCode: null, signal: 'SIGINT' }],
  [137, { exitCode: null, signal: 'SIGKILL' }],
  [265, { exitCode: null, signal: 'SIGKILL' }],
  [255, { exitCode: 255, signal: null }],
])('a status %i over there means %o', (status, meaning) => expect(remoteStatus(status)).toEqual(meaning));
