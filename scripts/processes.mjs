// Child processes of the development scripts: each lives in a process group of its own, and none outlives its script.
import { spawn } from 'node:child_process';

/** Groups that are alive, by the pid of their leader. */
const alive = new Set();
let endings = [];
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Starts a process that is killed, with everything it started, when this script ends or is interrupted. On POSIX it
 * leads its own group: a terminal's Ctrl-C then reaches it through us, once and in order, and not in a race with us.
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  if (child.pid === undefined) return child;
  alive.add(child.pid);
  watch();
  child.once('exit', () => {
    killGroup(child.pid, 'SIGKILL');
    alive.delete(child.pid);
    watch();
  });
  return child;
}

/** Ends one started process with its whole group; harmless when it is gone already. */
export function end(child, signal = 'SIGTERM') {
  if (child.pid !== undefined) killGroup(child.pid, signal);
}

/** Runs `undo` when the script ends early (signal or uncaught error); returns a function that forgets it. */
export function onEarlyEnd(undo) {
  endings.push(undo);
  watch();
  return () => {
    endings = endings.filter((other) => other !== undo);
    watch();
  };
}

/**
 * Runs a command to its end with its output collected.
 * @returns {Promise<{code: number, stdout: string, output: string}>} `output` has both streams in order of arrival.
 * A command that cannot be started gives code 127, one stopped by `timeout` (ms) or a signal gives 124 or 128.
 */
export function run(command, args, { timeout, input, ...options } = {}) {
  return new Promise((resolve) => {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const child = start(command, args, { ...options, stdio: [stdin, 'pipe', 'pipe'] });
    if (input !== undefined) child.stdin.end(input);
    const collected = { stdout: [], output: [] };
    let timedOut = false;
    child.stdout.on('data', (chunk) => (collected.stdout.push(chunk), collected.output.push(chunk)));
    child.stderr.on('data', (chunk) => collected.output.push(chunk));
    const timer = timeout && setTimeout(() => ((timedOut = true), end(child, 'SIGKILL')), timeout);
    const settle = (code, extra = '') => {
      clearTimeout(timer);
      const text = (chunks) => Buffer.concat(chunks).toString('utf8');
      resolve({ code, stdout: text(collected.stdout), output: text(collected.output) + extra });
    };
    child.once('error', (error) => settle(127, `${command}: ${error.message}\n`));
    child.once('close', (code) => settle(timedOut ? 124 : (code ?? 128)));
  });
}

function killGroup(pid, signal) {
  kill(process.platform === 'win32' ? pid : -pid, signal);
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already: that is what was wanted.
  }
}

/** Signals are ours only while there is something to end: the command line runs in this process afterwards. */
function watch() {
  const needed = alive.size > 0 || endings.length > 0;
  for (const signal of Object.keys(exitCodes)) {
    process.off(signal, leaveInOrder);
    if (needed) process.on(signal, leaveInOrder);
  }
  process.off('exit', endAll);
  if (needed) process.on('exit', endAll);
}

function endAll() {
  for (const pid of alive) killGroup(pid, 'SIGKILL');
  for (const undo of endings) undo();
}

/** The last started goes first: an Electron whose display is taken away ends with a crash report. */
function leaveInOrder(signal) {
  let asked;
  const next = () => {
    const last = [...alive].at(-1);
    if (last === undefined) process.exit(exitCodes[signal]);
    // Its own children are its business: Chromium whose helpers die under it takes that for a crash.
    if (last !== asked) kill(last, 'SIGTERM');
    asked = last;
  };
  next();
  setInterval(next, 50);
  // Electron needs a moment to close its profile; whoever ignores the request is killed by `endAll`.
  setTimeout(() => process.exit(exitCodes[signal]), 3000);
}
