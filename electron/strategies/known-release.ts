// Which release of Oracle a database is known to be, as far as that can be told without asking it. Asks nothing.
import type { Target } from '../../shared/domain/target.ts';

/**
 * The release that the simulator was told to be; else the one that RMAN said in the newest log, as `19.0.0.0.0`;
 * `null`: nobody knows.
 */
export function knownRelease(target: Target | null | undefined, seen: string | null = null): string | null {
  const runner = target?.spec.runner;
  return runner?.kind === 'simulated' ? runner.version : seen;
}
