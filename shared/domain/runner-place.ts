// Names in one word the place where a runner starts its programs, as a person would write it; reaches nothing.
import type { RemoteRunner } from './target.ts';

/** `oracle@db1`, `docker:oradb`, `kubectl:prod/oradb-0`. */
export function placeText(runner: RemoteRunner): string {
  if (runner.kind === 'ssh') return `${runner.user}@${runner.host}${runner.port === 22 ? '' : `:${runner.port}`}`;
  const namespace = runner.namespace === null ? '' : `${runner.namespace}/`;
  const container = runner.container === null ? '' : `/${runner.container}`;
  return `${runner.client}:${namespace}${runner.name}${container}`;
}
