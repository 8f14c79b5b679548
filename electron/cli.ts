// The entry of the command line under plain Node.
import { processTerminal } from './command-line/terminal.ts';
import { runCommandLine } from './command-line/run-command-line.ts';
import { version } from '../package.json';

void runCommandLine(process.argv.slice(2), version, processTerminal()).then((exitCode) => {
  process.exitCode = exitCode;
});
