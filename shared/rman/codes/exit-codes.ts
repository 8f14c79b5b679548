// How the end of a client is explained: its exit status, or the signal that ended it.
import type { ExitOrigin, ExitStatusEntry, SignalEntry } from './system/exit-entry.ts';
import { exitStatuses } from './system/exit-statuses.ts';
import { signals } from './system/signals.ts';

/** An exit status in both languages; `signal` is set when the status stands for one (128 + n). */
export type ExitExplanation = Omit<ExitStatusEntry, 'origin'> & {
  readonly origin: ExitOrigin;
  readonly signal?: string;
};

/** A signal that ended a client, in both languages. */
export type SignalExplanation = SignalEntry;

const SIGNAL_BASE = 128;

/** What it means that a client was ended by this signal, given as its number (9) or its name (`SIGKILL`). */
export const explainSignal = (signal: number | string): SignalExplanation | undefined =>
  signals.find((entry) => entry.number === signal || entry.name === signal);

/**
 * What an exit status says about the program that ended (reference §1.7, §4.5, §6.3). A shell reports a program ended
 * by signal n as 128 + n: 137 is SIGKILL, 143 SIGTERM. `undefined` for a status without a meaning of its own.
 */
export const explainExitCode = (status: number): ExitExplanation | undefined => {
  const known = exitStatuses.find((entry) => entry.status === status);
  if (known !== undefined) return known;
  const signal = explainSignal(status - SIGNAL_BASE);
  if (signal === undefined) return undefined;
  const { healsByRetry, en, es, name } = signal;
  return { status, origin: 'signal', healsByRetry, en, es, signal: name };
};
