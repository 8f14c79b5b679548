// Stand-ins for docker, podman and kubectl: programs of those names that run what they are given right here, as if it
// were inside. They know one container, answer in the clients' own way for all others, and write down how they were
// called.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type ContainerClients = {
  env: NodeJS.ProcessEnv;
  /** How they were called, one call a line, without what was run inside. */
  calls(): string[];
};

const script = (log: string): string => `#!/bin/sh
client=\${0##*/}
options=
while [ $# -gt 0 ]; do
  case $1 in
    sh) break ;;
    --context | --connection | -u | -n | -c) options="$options $1 $2"; shift 2 ;;
    exec | -i | --) options="$options $1"; shift ;;
    *) name=$1; options="$options $1"; shift ;;
  esac
done
echo "$client$options" >>'${log}'
case $client.$name in
  *.oradb) exec "$@" ;;
  docker.stopped) echo "Error response from daemon: container 4f1 is not running" >&2; exit 1 ;;
  podman.stopped) echo "Error: can only create exec sessions on running containers: container state improper" >&2; exit 255 ;;
  kubectl.stopped) echo "error: cannot exec into a container in a completed pod; current phase is Succeeded" >&2; exit 1 ;;
  docker.refused) echo "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?" >&2; exit 1 ;;
  docker.bare) echo 'OCI runtime exec failed: exec failed: unable to start container process: exec: "sh": executable file not found in $PATH: unknown' >&2; exit 127 ;;
  docker.*) echo "Error response from daemon: No such container: $name" >&2; exit 1 ;;
  podman.*) echo "Error: no container with name or ID \\"$name\\" found: no such container" >&2; exit 125 ;;
  kubectl.*) echo "Error from server (NotFound): pods \\"$name\\" not found" >&2; exit 1 ;;
esac
`;

/** Puts the clients into `directory`, which is then first in the PATH of the answer. */
export function containerClients(directory: string): ContainerClients {
  mkdirSync(directory, { recursive: true });
  const log = join(directory, 'calls.log');
  writeFileSync(log, '');
  for (const client of ['docker', 'podman', 'kubectl']) writeFileSync(join(directory, client), script(log), { mode: 0o755 });
  return {
    env: { ...process.env, PATH: `${directory}${delimiter}${process.env['PATH']}` },
    calls: () => readFileSync(log, 'utf8').trim().split('\n'),
  };
}
