// Reads what ssh, docker, podman and kubectl say when they fail, and names it by a code; starts nothing.
import { placeText } from '../../shared/domain/runner-place.ts';
import type { ContainerRunner, RemoteRunner, SshRunner } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import { CONNECT_SECONDS } from './command-at.ts';

/** How a client ended: its status and its words. `exitCode` is `null` when it was stopped because it was silent. */
export type ClientEnd = { exitCode: number | null; errors: string };

type Reading = readonly (readonly [RegExp, ErrorCode])[];

/** In this order: a changed key is also "not verified", and ssh ends many a line with its general reason. */
const SSH: Reading = [
  [/identification has changed|host key .*has changed/i, 'runner.host-changed'],
  [/host key verification failed|host key is known|no .*host key.*known/i, 'runner.host-unknown'],
  [/could not resolve|name or service not known|temporary failure in name resolution/i, 'runner.name-unknown'],
  [/permission denied|too many authentication failures/i, 'runner.key-refused'],
  [/connection refused/i, 'runner.refused'],
  [/timed out/i, 'runner.timeout'],
];

/** A container without a shell is there, whatever else the words say. */
const CONTAINER: Reading = [
  [/"?sh"?: executable file not found|exec: "sh"|stat sh: no such file/i, 'runner.no-shell'],
  [/no such container|no container with name|pods? "?\S+"? not found|container( "?\S+"?)? not found/i, 'runner.container-missing'],
  [/is not running|container state improper|completed pod|is paused|is restarting|not in running state/i, 'runner.container-stopped'],
  [/timed out|i\/o timeout|deadline exceeded/i, 'runner.timeout'],
];

/** True when the words are a client's own, or the status is one that only a client has. */
export function isClientFailure(runner: RemoteRunner, { exitCode, errors }: ClientEnd): boolean {
  if (exitCode === null || isMissing(runner, { exitCode, errors })) return true;
  if (runner.kind === 'ssh') return exitCode === 255;
  return exitCode === 125 || readingOf(runner).some(([words]) => words.test(errors));
}

/** The failure of a client that never reached the machine, as an error of the closed table. */
export function clientFailure(runner: RemoteRunner, end: ClientEnd): AppError {
  const params = paramsOf(runner, end);
  if (isMissing(runner, end)) return new AppError('runner.client-missing', params);
  const read = readingOf(runner).find(([words]) => words.test(end.errors));
  if (read) return new AppError(read[1], params);
  if (end.exitCode === null) return new AppError('runner.timeout', params);
  if (runner.kind === 'ssh' && end.exitCode === 127) return new AppError('runner.no-shell', params);
  return new AppError(runner.kind === 'ssh' ? 'runner.unreachable' : 'runner.client-refused', params);
}

const readingOf = (runner: RemoteRunner): Reading => (runner.kind === 'ssh' ? SSH : CONTAINER);

const clientOf = (runner: SshRunner | ContainerRunner): string => (runner.kind === 'ssh' ? 'ssh' : runner.client);

/** A shell says 127 and that it was to execute that very program; Windows says ENOENT. */
function isMissing(runner: RemoteRunner, { exitCode, errors }: ClientEnd): boolean {
  if (exitCode !== 127) return false;
  const client = clientOf(runner);
  return new RegExp(`(exec: |^)${client}: (command )?not found|exec: ${client}|spawn ${client}\\S* ENOENT`, 'm').test(errors);
}

function paramsOf(runner: RemoteRunner, { exitCode, errors }: ClientEnd): Record<string, string | number> {
  const said = errors.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^command terminated with/.test(line));
  // Our sentence ends by itself.
  const detail = (said.at(-1) ?? `${clientOf(runner)}: ${exitCode ?? '?'}`).slice(0, 300).replace(/[.]+$/, '');
  const place = placeText(runner);
  const common = { place, client: clientOf(runner), seconds: CONNECT_SECONDS, detail };
  return runner.kind === 'ssh' ? { ...common, port: runner.port, login: `${runner.user}@${runner.host}` } : common;
}
