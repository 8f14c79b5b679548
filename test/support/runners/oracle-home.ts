// An Oracle home whose RMAN is a script of the test's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes `home` with a `bin/rman` that runs the shell text. */
export function oracleHomeWith(home: string, script: string): void {
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'bin', 'rman'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}
