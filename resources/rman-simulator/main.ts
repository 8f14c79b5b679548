// Entry of the simulator as a process of its own: a drop-in `rman`. Everything else is in run.ts.
import { processHost } from './host.ts';
import { simulateRman } from './run.ts';

void simulateRman(processHost(process.argv.slice(2))).then((code) => process.exit(code));
