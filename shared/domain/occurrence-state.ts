// The states of an occurrence and the legal moves between them. Without a schema, for the window's first page.

export const occurrenceStates = [
  'planned',
  'waiting',
  'queued',
  'running',
  'succeeded',
  'warning',
  'failed',
  'cancelled',
  'skipped',
  'missed',
  'interrupted',
] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

const MOVES: Record<OccurrenceState, readonly OccurrenceState[]> = {
  planned: ['waiting', 'queued', 'skipped', 'missed'],
  // Back from a failed attempt, or not yet started: a paused scheduler, a blackout, a battery.
  // To itself: for another reason.
  waiting: ['waiting', 'queued', 'skipped', 'missed', 'failed', 'cancelled', 'interrupted'],
  // A short run can be over before anybody looked.
  queued: ['running', 'waiting', 'succeeded', 'warning', 'failed', 'cancelled', 'interrupted'],
  running: ['waiting', 'succeeded', 'warning', 'failed', 'cancelled', 'interrupted'],
  succeeded: [],
  warning: [],
  failed: [],
  cancelled: [],
  skipped: [],
  missed: [],
  interrupted: [],
};

/** True when the ledger allows the step. */
export const mayBecome = (from: OccurrenceState, to: OccurrenceState): boolean => MOVES[from].includes(to);

/** True when nothing more can become of the occurrence. */
export const isSettled = (state: OccurrenceState): boolean => MOVES[state].length === 0;
