// Prints a log at an even rate on standard output: node log-writer.mjs <lines/s> <seconds> <file>. What the file holds
// comes again and again, and RMAN's closing line at the end.
import { readFileSync, writeSync } from 'node:fs';

const [rate, seconds, file] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const TICK_MS = 5;
const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
// Joined once: the writer is to take as little as it can of the processors that the measured process needs.
const BLOCK = 50;
const blocks = [];
for (let from = 0; from + BLOCK < lines.length; from += BLOCK) blocks.push(`${lines.slice(from, from + BLOCK).join('\n')}\n`);

const begin = performance.now();
let printed = 0;
const timer = setInterval(() => {
  const passed = Math.min(seconds * 1000, performance.now() - begin);
  while (printed < (passed / 1000) * rate) {
    writeSync(1, blocks[(printed / BLOCK) % blocks.length]);
    printed += BLOCK;
  }
  if (passed < seconds * 1000) return;
  clearInterval(timer);
  writeSync(1, '\nRecovery Manager complete.\n');
}, TICK_MS);
