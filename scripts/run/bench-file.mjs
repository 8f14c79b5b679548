// The process in which one file of test/bench measures: it exports `measure()`, whose rows are sent to the parent.
import { runnerImport } from 'vite';

const file = process.argv[2];
const { measure } = file.endsWith('.ts') ? (await runnerImport(file, { configFile: false })).module : await import(file);
process.send(await measure(), () => process.exit(0));
