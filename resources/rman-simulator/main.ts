// Entry of the simulator as a process of its own: a drop-in `rman`. Everything else is in run.ts.
import { processHost } from './host.ts';
import { simulateRman } from './run.ts';

const host = processHost(process.argv.slice(2));

void simulateRman(host).then(
  (code) => process.exit(code),
  (error: unknown) => {
    host.writeError(`RMAN simulator: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
