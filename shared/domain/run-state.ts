// The states of a run and the legal moves between them. Without a schema, so that the window's first page, which only
// needs to know how a run stands, does not have to load zod.

export const runStates = [
  'queued',
  'preparing',
  'running',
  'succeeded',
  'warning',
  'failed',
  'cancelled',
  'lost',
] as const;
export type RunState = (typeof runStates)[number];

const MOVES: Record<RunState, readonly RunState[]> = {
  // A queued run fails when its strategy or target went away meanwhile.
  queued: ['preparing', 'cancelled', 'failed'],
  // Back to queued when the application died before the child could start.
  preparing: ['running', 'queued', 'failed', 'cancelled', 'lost'],
  running: ['succeeded', 'warning', 'failed', 'cancelled', 'lost'],
  succeeded: [],
  warning: [],
  failed: [],
  cancelled: [],
  lost: [],
};

/** True when the life cycle allows the step. */
export const mayMove = (from: RunState, to: RunState): boolean => MOVES[from].includes(to);

/** True when nothing more can become of the run. */
export const isOver = (state: RunState): boolean => MOVES[state].length === 0;

/** States after which the data is protected as the strategy wants. */
export const isGood = (state: RunState): boolean => state === 'succeeded' || state === 'warning';
