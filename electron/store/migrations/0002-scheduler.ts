// Schema 2: the ledger of occurrences, the scheduler's memory, the order of the queue, and the outbox of messages.

export const scheduler = `
-- One row per planned instant of a strategy, whatever becomes of it. No reference to the strategy: it outlives it.
CREATE TABLE occurrences (
  id TEXT PRIMARY KEY,
  strategy_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  strategy_name TEXT NOT NULL,
  target_name TEXT NOT NULL,
  instant INTEGER NOT NULL,
  trigger TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  run_id TEXT,
  attempts INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- 1 when nothing more can become of it.
  settled INTEGER NOT NULL,
  -- 1 when its messages are in the outbox, or nobody wants any.
  announced INTEGER NOT NULL DEFAULT 0,
  -- A double run is impossible: this is what makes it so.
  UNIQUE (strategy_id, instant)
) STRICT;
CREATE INDEX occurrences_by_instant ON occurrences (instant);
CREATE INDEX occurrences_open ON occurrences (strategy_id, instant) WHERE settled = 0;
CREATE INDEX occurrences_by_run ON occurrences (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX occurrences_unannounced ON occurrences (instant) WHERE settled = 1 AND announced = 0;

-- Every instant of the strategy up to here has its row.
CREATE TABLE schedule_cursors (
  strategy_id TEXT PRIMARY KEY REFERENCES strategies (id) ON DELETE CASCADE,
  covered_until INTEGER NOT NULL,
  -- Since when the schedule has been what it is: before that nothing can be overdue.
  since INTEGER NOT NULL,
  -- The schedule that the rows follow, as JSON; null: none, or disabled.
  schedule TEXT,
  -- When the user was told that it is overdue; null: not since the last good run.
  overdue_told_at INTEGER
) STRICT;

CREATE TABLE scheduler_pause (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  since INTEGER NOT NULL,
  until INTEGER
) STRICT;

-- The place that the user gave a waiting run; null: where its kind and arrival put it.
ALTER TABLE runs ADD COLUMN queue_place INTEGER;

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  -- The same fact is put in once, however often it is looked at.
  fact TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  recipient TEXT NOT NULL,
  -- What the channel needs to send it, as JSON.
  content TEXT NOT NULL,
  occurrence_id TEXT,
  run_id TEXT,
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_at INTEGER,
  sent_at INTEGER,
  answer TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'pending';
CREATE INDEX outbox_newest ON outbox (created_at);
CREATE INDEX outbox_refused ON outbox (created_at) WHERE state = 'refused';
`;
